import { acrossAr } from './across-ar.ts'
import { agreementAr } from './agreement-ar.ts'
import { claimsAr } from './claims-ar.ts'
import { corpusAr } from './corpus-ar.ts'
import { datesAr } from './dates-ar.ts'
import { deskAr } from './desk-ar.ts'
import { diagnosticsAr } from './diagnostics-ar.ts'
import { dialogsAr } from './dialogs-ar.ts'
import { formatsAr } from './formats-ar.ts'
import { importAr } from './import-ar.ts'
import { peopleAr } from './people-ar.ts'
import { recurringAr } from './recurring-ar.ts'
import { registerAr } from './register-ar.ts'
import { reviewAr } from './review-ar.ts'
import { safetyAr } from './safety-ar.ts'
import { schemeAr } from './scheme-ar.ts'
import { searchAr } from './search-ar.ts'
import { tourAr } from './tour-ar.ts'

export const ar = {
  ...dialogsAr,
  ...diagnosticsAr,
  ...acrossAr,
  ...agreementAr,
  ...deskAr,
  ...safetyAr,
  ...peopleAr,
  ...datesAr,
  ...corpusAr,
  ...formatsAr,
  ...schemeAr,
  ...tourAr,
  ...importAr,
  ...recurringAr,
  ...searchAr,
  ...claimsAr,
  ...registerAr,
  ...reviewAr,
  'app.name': 'إسناد',
  'app.starting': 'جارٍ التشغيل…',
  'app.opening': 'جارٍ فتح المشروع…',

  'annotator.first': 'المُوسِّم الأول',
  'annotator.gold': 'المجموعة المرجعية',

  'menu.new-project': 'مشروع جديد…',
  'menu.open-project': 'افتح مشروعًا…',
  'menu.welcome': 'كل المشاريع',
  'top.menu': 'القائمة',
  'top.annotator': 'المُوسِّم: {{name}}',
  'top.position': '{{at}} من {{total}}',

  'corpus.title': 'الوثائق',
  'corpus.filter': 'رشّح الوثائق… «احمد» تجد «أحمد»',
  'corpus.all': 'الكل',
  'corpus.untouched': 'لم تُوسَم',
  'corpus.in-progress': 'قيد الوسم',
  'corpus.submitted': 'مُسلَّمة',
  'corpus.none': 'لا وثيقة تطابق «{{query}}».',
  'corpus.none-of-kind': 'لا وثائق هنا.',
  'corpus.clear': 'أزل الترشيح',
  'corpus.empty': 'لا وثائق في هذا المشروع بعد.',
  'corpus.import': 'استورد مقالات',
  'corpus.annotations_zero': 'لا توسيمات',
  'corpus.annotations_one': 'توسيم واحد',
  'corpus.annotations_two': 'توسيمان',
  'corpus.annotations_few': '{{n}} توسيمات',
  'corpus.annotations_many': '{{n}} توسيمًا',
  'corpus.annotations_other': '{{n}} توسيم',

  'status.in-progress': 'قيد الوسم',
  'status.submitted': 'مُسلَّمة',
  'status.changes-requested': 'طُلب تعديلها',
  'status.approved': 'مُعتمدة',

  'labels.title': 'الوسوم',
  'labels.tag': 'وسم: {{label}}',

  'reader.title': 'نص المقال',
  'reader.loading': 'جارٍ فتح المقال…',
  'reader.none': 'اختر وثيقة من القائمة.',
  'reader.empty-title': 'لا شيء للقراءة بعد',
  'reader.empty':
    'استورد مقالات (‎.txt‎ أو ‎.html‎ أو ‎.docx‎) أو جدولًا منها (‎.csv‎ أو ‎.jsonl‎) أو مجلدًا، أو أفلتها هنا، أو الصق مقالًا؛ تُنسخ إلى المشروع ولا يُغيَّر نصها أبدًا.',
  'reader.by': 'بقلم {{author}}',
  'reader.metadata': 'حرّر البيانات',
  'reader.lost_zero': '',
  'reader.lost_one': 'في الملف توسيم واحد لا يوافق النص فلم يُعرض؛ وهو باقٍ في الملف.',
  'reader.lost_two': 'في الملف توسيمان لا يوافقان النص فلم يُعرضا؛ وهما باقيان في الملف.',
  'reader.lost_few': 'في الملف {{n}} توسيمات لا توافق النص فلم تُعرض؛ وهي باقية في الملف.',
  'reader.lost_many': 'في الملف {{n}} توسيمًا لا توافق النص فلم تُعرض؛ وهي باقية في الملف.',
  'reader.lost_other': 'في الملف {{n}} توسيم لا توافق النص فلم تُعرض؛ وهي باقية في الملف.',
  'reader.untouched-hint': 'اسحب فوق الكلمات، أو تحرّك بالأسهم مع ضغط Shift، ثم اضغط مفتاح الوسم.',

  'notes.title': 'الادعاءات في الهامش',
  'notes.no-source': 'بلا مصدر',

  'at-hand.edit': 'حرّر',
  'at-hand.link': 'اربط',
  'card.links': 'مرتبط بـ',

  'inspector.title': 'التوسيمات',
  'inspector.current': 'الحالي',
  'inspector.none': 'لا توسيم محدّد',
  'inspector.none-hint': 'انقر توسيمًا، أو اضغط Tab في النص للانتقال إلى التالي.',
  'inspector.none-of-label': 'لا توسيم «{{label}}» بعد. حدّد كلمات واضغط مفتاحه.',
  'inspector.content': 'المضمون',
  'inspector.label': 'الوسم',
  'inspector.attributes': 'السمات',
  'inspector.remove': 'احذف',
  'inspector.take': 'خذ المدى المحدّد',
  'inspector.missing': 'لم يُملأ بعد',
  'inspector.clear': 'امسح',
  'inspector.linked-from': 'مرتبط من',
  'inspector.add-link': 'أضف: {{type}}',
  'inspector.pick': 'اختر من النص',
  'inspector.unlink': 'أزل الربط بـ«{{quote}}»',
  'inspector.outer': 'إلى الخارج',
  'inspector.inner': 'إلى الداخل',
  'inspector.list': 'قائمة: {{label}}',

  'date.type': 'النوع',
  'date.DATE': 'تاريخ',
  'date.TIME': 'وقت',
  'date.DURATION': 'مدة',
  'date.SET': 'متكرر',
  'date.value': 'القيمة (ISO / TIMEX3)',
  'date.value-hint': '2024-09-23, 2024-09, 2024, 2024-W38, P2D…',
  'date.mod': 'الجزء أو الحدّ',
  'date.mod.none': 'تمامًا',
  'date.mod.BEFORE': 'قبل',
  'date.mod.AFTER': 'بعد',
  'date.mod.ON_OR_BEFORE': 'بحلول',
  'date.mod.ON_OR_AFTER': 'ابتداءً من',
  'date.mod.LESS_THAN': 'أقل من',
  'date.mod.MORE_THAN': 'أكثر من',
  'date.mod.EQUAL_OR_LESS': 'على الأكثر',
  'date.mod.EQUAL_OR_MORE': 'على الأقل',
  'date.mod.START': 'مطلع',
  'date.mod.MID': 'منتصف',
  'date.mod.END': 'نهاية',
  'date.mod.APPROX': 'نحو',
  'date.calendar': 'التقويم في النص',
  'date.gregorian': 'ميلادي',
  'date.islamic-umalqura': 'هجري',
  'date.persian': 'فارسي',

  'actor.register': 'ابحث أو سمِّ فاعلًا جديدًا…',
  'actor.new': 'فاعل جديد: {{name}}',

  plain: '{{value}}',
  yes: 'نعم',
  no: 'لا',

  'save.saved': 'حُفظ',
  'save.changed': 'لم يُحفظ بعد',
  'save.saving': 'جارٍ الحفظ…',
  'save.failed': 'لم يُحفظ',
  'save.conflict': 'حُفظ في مكان آخر',
  'save.retry': 'أعد المحاولة',
  'save.keep-both': 'حمّل المحفوظ وأبقِ تغييراتي فوقه',
  'save.take-stored': 'اترك تغييراتي غير المحفوظة',
  'save.at': 'حُفظ {{time}}',

  'bar.place': 'الفقرة {{paragraph}} · الحرف {{offset}}',
  'bar.keys': 'المفاتيح',
  'bar.reopen': 'أعد إلى الوسم',
  'bar.next': 'الوثيقة التالية',
  'bar.selection_zero': '',
  'bar.selection_one': 'حرف واحد محدّد',
  'bar.selection_two': 'حرفان محدّدان',
  'bar.selection_few': '{{n}} أحرف محدّدة',
  'bar.selection_many': '{{n}} حرفًا محدّدًا',
  'bar.selection_other': '{{n}} حرف محدّد',

  'keys.annotate': 'الوسم',
  'keys.move': 'التنقّل',
  'keys.documents': 'الوثائق',
  'keys.app': 'في كل مكان',

  'said.tagged': 'وُسم «{{quote}}»: {{label}}',
  'said.removed': 'حُذف توسيم «{{quote}}»',
  'said.adjusted': 'صار «{{quote}}»',
  'said.linked': 'رُبط بـ«{{quote}}»: {{type}}',
  'said.linking': 'اختر ما يُربط به',
  'said.cannot-link': 'لا يمكن الربط بين هذين',
  'said.nothing-to-tag': 'لا كلمات هنا لوسمها',
  'said.at': '{{label}}: «{{quote}}»',
  'said.submitted': 'سُلّمت الوثيقة',
  'said.reopened': 'عادت الوثيقة إلى الوسم',
  'said.undone': 'تراجعت',
  'said.redone': 'أُعيد',
  'said.undone-in': 'تراجعت في «{{title}}»',
  'said.redone-in': 'أُعيد في «{{title}}»',

  'failure.dismiss': 'أغلق',
} as const
