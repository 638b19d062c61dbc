import type { FailureWords } from './failure-text.ts'

/** What cannot be done, though every file is sound: asked wrongly, by another, too late, or of nothing. */
export const workFailureWords = {
  'bad-input': {
    ar: 'طلب غير صالح: {detail}.',
    en: 'The request is not valid: {detail}.',
  },
  'unknown-method': {
    ar: 'لا توجد عملية باسم «{method}».',
    en: 'There is no operation named “{method}”.',
  },
  internal: {
    ar: 'خلل في البرنامج: {detail}. لم يُفقد شيء ممّا حُفظ؛ أعد المحاولة، فإن تكرّر فأعد تشغيل إسناد.',
    en: 'A fault in the program: {detail}. Nothing saved is lost; try again, and restart Isnad if it repeats.',
  },
  cancelled: { ar: 'أُلغيت العملية.', en: 'The operation was cancelled.' },
  'annotator-clash': {
    ar: 'لا يمكن أن يُوسِم «{name}» هنا: في المشروع «{known}»، والاسمان مجلد واحد في Windows وmacOS. استعمل «{known}» أو اسمًا آخر.',
    en: '“{name}” cannot annotate here: the project has “{known}”, and on Windows and macOS the two are one folder. Use “{known}”, or another name.',
  },
  'no-document': {
    ar: 'لا توجد في المشروع وثيقة بالمعرّف {id}. حدّث قائمة الوثائق.',
    en: 'The project has no document {id}. Refresh the list of documents.',
  },
  'no-annotator': {
    ar: 'لا مُوسِّم باسم «{name}» في هذا المشروع. تحقّق من الاسم.',
    en: 'The project has no annotator “{name}”. Check the name.',
  },
  'too-few-annotators': {
    ar: 'لا يوسم كلَّ وثيقة {overlap} من المُوسِّمين وعددهم {annotators}. أضف مُوسِّمين، أو اطلب تداخلًا أقل.',
    en: 'Each document cannot go to {overlap} of {annotators} annotators. Name more annotators, or ask for less overlap.',
  },
  'nothing-to-assign': {
    ar: 'لا وثائق تُوزَّع: كلها موزّعة من قبل، أو المشروع فارغ. استورد وثائق، أو وزّع الموزَّعة مرة أخرى (‎--again‎).',
    en: 'There is nothing to assign: every document was given to somebody, or the project is empty. Import documents, or give the same ones out again (--again).',
  },
  'own-work': {
    ar: 'لا يُراجِع «{name}» توسيماته بنفسه. افتح المشروع باسم مراجِع آخر.',
    en: '“{name}” cannot review their own annotations. Open the project under a reviewer’s name.',
  },
  'bad-annotator': {
    ar: 'لا يصلح «{name}» اسمًا لمُوسِّم. استعمل اسمًا قصيرًا بلا / \\ : * ? " < > |.',
    en: '“{name}” cannot be an annotator’s name. Use a short name without / \\ : * ? " < > |.',
  },
  locked: {
    ar: 'توسيمات «{annotator}» مفتوحة للكتابة في نافذة أخرى أو على جهاز آخر ({host}، منذ {since}). أغلق تلك النافذة ثم أعد المحاولة؛ عملك باقٍ على الشاشة.',
    en: 'The annotations of “{annotator}” are open for writing in another window or on another machine ({host}, since {since}). Close that window and try again; your work is still on the screen.',
  },
  'not-merged': {
    ar: 'لا يمكن دمج نسختي «{file}» ({detail}). لم يُغيَّر شيء؛ اختر إحداهما بنفسك.',
    en: 'The two copies of “{file}” cannot be merged ({detail}). Nothing was changed; choose one of them yourself.',
  },
  'stale-revision': {
    ar: 'حُفظت هذه الوثيقة في مكان آخر (المراجعة {saved}، ولديك {yours}). عملك باقٍ على الشاشة؛ حمّل المحفوظ لتكمل عليه.',
    en: 'This document was saved elsewhere (revision {saved}; you had {yours}). Your work is still on the screen; load what was saved to go on.',
  },
  'bad-set': {
    ar: 'لا تُحفظ مجموعة فيها أخطاء ({problems})، أولها: {first}.',
    en: 'A set with errors is not saved ({problems}); the first: {first}.',
  },
  'nothing-to-export': {
    ar: 'لا توسيمات للتصدير. وسِم وثيقة واحدة على الأقل، أو اختر مُوسِّمين آخرين.',
    en: 'There are no annotations to export. Annotate at least one document, or choose other annotators.',
  },
  'lost-annotations': {
    ar: 'في توسيمات {annotator} على «{title}» ({id}) ما لم يعد نصّه يقول ما اقتُبس منه (العدد: {count}). لم يُكتب شيء؛ افتح الوثيقة وأعد وضع هذه التوسيمات أو احذفها، ثم صدّر.',
    en: 'In {annotator}’s set on “{title}” ({id}) the text no longer says what is quoted; annotations lost: {count}. Nothing was written; open the document, place them again or delete them, then export.',
  },
  'set-without-document': {
    ar: 'وسم {annotator} وثيقة ليست في المشروع ({id}). لم يُكتب شيء؛ أعد الوثيقة، أو انقل ملف هذه المجموعة من مجلد التوسيمات إلى خارج المشروع، ثم صدّر.',
    en: '{annotator} has annotated a document that the project does not have ({id}). Nothing was written; put the document back, or move that set’s file out of the annotations folder, then export.',
  },
  'would-lose': {
    ar: 'لا يتّسع نسق {format} لكل ما سيُصدَّر. لم يُكتب شيء؛ وافق على الفقد لتُكمل، أو اختر نسق إسناد.',
    en: 'The format {format} cannot hold all that would be exported. Nothing was written; agree to the loss to go on, or choose Isnad’s own format.',
  },
  'offsets-not-offered': {
    ar: 'لا تُكتب المواضع في نسق {format} بوحدة {offsets}: النسق يحدّد وحدته. اترك ‎--offsets‎.',
    en: 'The format {format} does not count offsets in {offsets}: its unit is fixed. Leave out --offsets.',
  },
  'bad-query': {
    ar: 'لا يُفهم الاستعلام «{query}» عند الحرف {place}: {reason}.',
    en: 'The query “{query}” cannot be read at character {place}: {reason}.',
  },
  'no-dialogs': {
    ar: 'لا نوافذ نظام هنا. اكتب المسار.',
    en: 'There are no system dialogs here. Type the path.',
  },
  'port-taken': {
    ar: 'لا يمكن استعمال المنفذ {port}: يشغله برنامج آخر، أو هو محجوز. اختر رقمًا آخر، أو اترك ‎--port‎ ليُختار منفذ شاغر.',
    en: 'Port {port} cannot be used: another program has it, or it is reserved. Choose another, or leave out --port to take a free one.',
  },
  'no-actor': {
    ar: 'لا فاعل بالمعرّف «{id}» في السجلّ. حدّث السجلّ ثم أعد المحاولة.',
    en: 'There is no actor “{id}” in the register. Read the register again and try once more.',
  },
  'actor-changed': {
    ar: 'غيّر غيرك «{name}» ({file}) منذ فتحته، وغيّرتما معًا: {fields}. بقي ما كتبه غيرك، ولم يُفقد شيء؛ افتح الفاعل من جديد وأعد تغييرك.',
    en: 'Somebody else changed “{name}” ({file}) since you opened it, and you both changed: {fields}. What they wrote stands, and nothing is lost; open the actor again and make your change once more.',
  },
  'actor-in-use': {
    ar: 'لا يُحذف «{name}»: تشير إليه توسيمات (عددها {count}). ادمجه في فاعل آخر، أو غيّر تلك التوسيمات أولًا.',
    en: '“{name}” cannot be taken out: {count} mentions point to it. Merge it into another actor, or change those mentions first.',
  },
  'unknown-parent': {
    ar: 'في «{file}»: لا فاعل في السجلّ باسم «{parent}» ليكون أصلًا. اختر أصلًا من السجلّ.',
    en: 'In “{file}”: the register has no “{parent}” to be a parent. Choose a parent from the register.',
  },
  'parent-loop': {
    ar: 'في «{file}»: يصير الفاعل أصلَ نفسه ({way}). اختر أصلًا آخر.',
    en: 'In “{file}”: it would become its own parent ({way}). Choose another parent.',
  },
  'register-undo-none': {
    ar: 'لا تغيير في السجلّ يمكن التراجع عنه.',
    en: 'There is no change of the register to undo.',
  },
  'register-undo-stale': {
    ar: 'تغيّر منذ ذلك: {names}. تُرك ما كتبه غيرك كما هو، وتُراجِع عن الباقي.',
    en: 'Changed since then: {names}. What others wrote was left as it is; the rest was undone.',
  },
  'code-taken': {
    ar: 'الرمز «{code}» لقضية أخرى: «{text}». اختر رمزًا آخر.',
    en: 'The code “{code}” is that of another proposition: “{text}”. Choose another code.',
  },
  'bad-scheme': {
    ar: 'في خطة الوسوم «{file}» أخطاء (عددها {problems})، أولها: {first}. لم يُغيَّر شيء؛ صحّح الملف ثم أعد المحاولة.',
    en: 'The label scheme “{file}” has errors ({problems}); the first: {first}. Nothing was changed; correct the file and try again.',
  },
  'scheme-changed': {
    ar: 'غُيّرت خطة الوسوم في مكان آخر منذ فتحتها. لم يُحفظ شيء؛ أغلق المحرّر وافتحه لترى الخطة كما هي الآن.',
    en: 'The label scheme was changed elsewhere since you opened it. Nothing was saved; close the editor and open it again to see the scheme as it is.',
  },
  'scheme-undo-none': {
    ar: 'لا تغيير في خطة الوسوم يمكن التراجع عنه.',
    en: 'There is no change of the label scheme to undo.',
  },
  'scheme-undo-stale': {
    ar: 'وُسم بعد تغيير الخطة ما لا تعرفه الخطة السابقة (توسيمات {annotator} على «{title}»). لم يُتراجع عن شيء؛ احذف تلك التوسيمات أو غيّر وسومها أولًا.',
    en: 'Since the scheme was changed, things were tagged that the earlier one does not know ({annotator}’s set on “{title}”). Nothing was undone; delete or relabel those annotations first.',
  },
  'no-connection': {
    ar: 'لم يعد إسناد يجيب هذه الصفحة. عملك باقٍ على الشاشة؛ شغّل إسناد من جديد ولا تغلق الصفحة قبل أن تنسخ ما لم يُحفظ.',
    en: 'Isnad no longer answers this page. Your work is still on the screen; start Isnad again, and do not close the page before copying what is not saved.',
  },
} satisfies FailureWords
