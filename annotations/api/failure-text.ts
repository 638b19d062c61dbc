import type { Failure, FailureCode } from './failures.ts'
import { queryProblemText } from './query-problem-text.ts'

export type Language = 'ar' | 'en'

type Words = Record<Language, string>

/** What happened and what to do, for a person. `{name}` is filled from the failure's params. */
const words: Record<FailureCode, Words> = {
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
  'not-found': {
    ar: '«{file}» غير موجود. تحقّق من الاسم والمسار، أو أعد الملف إلى مكانه ثم أعد المحاولة.',
    en: '“{file}” does not exist. Check the name and path, or put the file back and try again.',
  },
  'no-permission': {
    ar: 'لا إذن لك بالوصول إلى «{file}». غيّر أذونات الملف أو اختر مكانًا آخر.',
    en: 'You may not access “{file}”. Change its permissions or choose another place.',
  },
  'disk-full': {
    ar: 'لا مساحة كافية على القرص لكتابة «{file}». أخلِ مساحة ثم أعد المحاولة.',
    en: 'The disk is too full to write “{file}”. Free some space and try again.',
  },
  'read-only': {
    ar: 'لا تمكن الكتابة في «{file}»: المكان للقراءة فقط. اختر مجلدًا يمكنك الكتابة فيه.',
    en: 'Cannot write “{file}”: the place is read-only. Choose a folder you can write to.',
  },
  io: {
    ar: 'تعذّر التعامل مع «{file}»: {detail}. تحقّق من القرص ثم أعد المحاولة.',
    en: '“{file}” could not be read or written: {detail}. Check the disk and try again.',
  },
  'is-a-folder': {
    ar: '«{file}» مجلد لا ملف. اختر ملفًا.',
    en: '“{file}” is a folder, not a file. Choose a file.',
  },
  'not-a-folder': {
    ar: '«{file}» ملف لا مجلد. اختر مجلدًا.',
    en: '“{file}” is a file, not a folder. Choose a folder.',
  },
  'not-a-project': {
    ar: '«{file}» ليس مشروع إسناد: لا يوجد فيه project.json. اختر مجلد مشروع، أو أنشئ مشروعًا جديدًا.',
    en: '“{file}” is not an Isnad project: it holds no project.json. Choose a project folder, or make a new project.',
  },
  'project-exists': {
    ar: 'في «{file}» مشروع من قبل. افتحه، أو اختر مجلدًا آخر.',
    en: 'There is already a project in “{file}”. Open it, or choose another folder.',
  },
  'folder-not-empty': {
    ar: 'المجلد «{file}» ليس فارغًا. اختر مجلدًا فارغًا أو اسمًا جديدًا.',
    en: 'The folder “{file}” is not empty. Choose an empty folder or a new name.',
  },
  'not-json': {
    ar: '«{file}» مقطوع أو تالف (ليس JSON صالحًا: {detail}). لم يُغيَّر الملف؛ استعده من نسخة احتياطية.',
    en: '“{file}” is cut off or damaged (not valid JSON: {detail}). It was left as it is; restore it from a copy.',
  },
  'wrong-shape': {
    ar: 'محتوى «{file}» ليس كما يتوقعه إسناد ({detail}). لم يُغيَّر الملف؛ صحّحه أو استعده من نسخة احتياطية.',
    en: '“{file}” does not hold what Isnad expects ({detail}). It was left as it is; correct it or restore a copy.',
  },
  'newer-format': {
    ar: '«{file}» من إصدار أحدث من إسناد ({found}، وهذا الإصدار يعرف {known}). حدّث إسناد لفتحه؛ لم يُغيَّر شيء.',
    en: '“{file}” was written by a newer Isnad ({found}; this one knows {known}). Update Isnad to open it; nothing was changed.',
  },
  'text-changed': {
    ar: 'نص «{file}» لا يطابق بصمته: غيّره شيء خارج إسناد. استعد الملف الأصلي أو أعد استيراد المقال.',
    en: 'The text of “{file}” does not match its digest: something outside Isnad changed it. Restore the file or import the article again.',
  },
  'empty-file': {
    ar: '«{file}» فارغ (٠ بايت). لا شيء لاستيراده.',
    en: '“{file}” is empty (0 bytes). There is nothing to import.',
  },
  'no-text': {
    ar: 'لا نص مقال في «{file}». افتحه في متصفح وانسخ النص إلى ملف ‎.txt‎ ثم استورده.',
    en: 'There is no article text in “{file}”. Open it in a browser, copy the text into a .txt file and import that.',
  },
  'too-large': {
    ar: 'حجم «{file}» {megabytes} ميغابايت، والحد {limit}. قسّمه إلى مقالات ثم استوردها.',
    en: '“{file}” is {megabytes} MB; the limit is {limit}. Split it into articles and import those.',
  },
  'not-text': {
    ar: '«{file}» ليس نصًّا (يبدو {looksLike}). استورد ملفات ‎.txt‎ أو ‎.html‎ أو ‎.docx‎ أو ‎.csv‎ أو ‎.jsonl‎.',
    en: '“{file}” is not text (it looks like {looksLike}). Import .txt, .html, .docx, .csv or .jsonl files.',
  },
  undecodable: {
    ar: 'في «{file}» بايت لا يُقرأ بترميز {encoding} عند الموضع {byte}. اختر ترميزًا آخر للملف ثم أعد المحاولة.',
    en: '“{file}” has a byte that is not {encoding} at position {byte}. Choose another encoding for it and try again.',
  },
  'unknown-encoding': {
    ar: 'الترميز «{encoding}» غير معروف («{file}»). اختر من القائمة: UTF-8 أو UTF-16 أو Windows-1256 أو ISO-8859-6.',
    en: 'The encoding “{encoding}” is not known (“{file}”). Choose UTF-8, UTF-16, Windows-1256 or ISO-8859-6.',
  },
  'unsupported-file': {
    ar: 'لا يعرف إسناد نوع «{file}». استورد ملفات ‎.txt‎ أو ‎.html‎ أو ‎.docx‎ أو ‎.csv‎ أو ‎.jsonl‎.',
    en: 'Isnad does not know this kind of file: “{file}”. Import .txt, .html, .docx, .csv or .jsonl files.',
  },
  'leads-outside': {
    ar: '«{file}» رابط إلى خارج المجلد المختار، فلم يُتبع. استورد الملف الذي يشير إليه باسمه.',
    en: '“{file}” is a link that leads out of the chosen folder, so it was not followed. Import the file it points to by its own name.',
  },
  'is-a-project': {
    ar: '«{file}» مشروع إسناد لا مجلد مقالات. افتحه بدل استيراده.',
    en: '“{file}” is an Isnad project, not a folder of articles. Open it instead of importing it.',
  },
  'link-in-project': {
    ar: '«{file}» رابط، ومشروع إسناد مجلد واحد لا روابط فيه: قد يقود الرابط إلى ملفات لا تخصّه. ضع مكانه المجلد أو الملف نفسه.',
    en: '“{file}” is a link, and an Isnad project is one folder without links: a link may lead to files that are none of its own. Put the folder or file itself in its place.',
  },
  'misnamed-folder': {
    ar: 'حروف اسم المجلد «{file}» مفككة كما يكتبها macOS، فلا يُعرف أنه مجلد {name}. أعد تسميته «{name}».',
    en: 'The letters in the name of the folder “{file}” are taken apart, as macOS writes them, so it is not known as {name}’s. Rename it to “{name}”.',
  },
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
  'conflict-copy': {
    ar: '«{file}» نسخة ثانية تركها برنامج مزامنة أو Git. ادمجها من «دمج النسخ» في القائمة، أو بالأمر ‎isnad check --repair‎؛ لا يضيع منها شيء.',
    en: '“{file}” is a second copy left by a program that synchronises folders, or by Git. Merge it with “Merge copies” in the menu, or with isnad check --repair; nothing of it is lost.',
  },
  'conflict-markers': {
    ar: 'ترك Git في «{file}» الجانبين معًا. ادمجهما من «دمج النسخ»، أو بالأمر ‎isnad check --repair‎؛ لا يضيع منهما شيء.',
    en: 'Git left both sides in “{file}”. Merge them with “Merge the copies”, or with isnad check --repair; nothing of either is lost.',
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
  'file-exists': {
    ar: '«{file}» موجود. اختر اسمًا آخر، أو وافق على الكتابة فوقه.',
    en: '“{file}” exists. Choose another name, or agree to overwrite it.',
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
  'not-written': {
    ar: 'يقرأ إسناد نسق {format} ولا يكتبه. اختر نسقًا آخر.',
    en: 'Isnad reads the format {format} and does not write it. Choose another format.',
  },
  'not-read': {
    ar: 'يكتب إسناد نسق {format} ولا يقرؤه. اختر نسقًا آخر.',
    en: 'Isnad writes the format {format} and does not read it. Choose another format.',
  },
  'no-known-format': {
    ar: 'لا يُعرف نسق التوسيمات في «{file}». اختر النسق بنفسك.',
    en: 'The format of the annotations in “{file}” is not known. Choose the format yourself.',
  },
  'bad-mapping': {
    ar: '«{file}» ليس جدول أوسمة: {detail}. المنتظَر: {"labels": {"PER": "actor", "MISC": null}}.',
    en: '“{file}” does not map labels: {detail}. Expected is {"labels": {"PER": "actor", "MISC": null}}.',
  },
  'inside-project': {
    ar: '«{file}» من ملفات المشروع نفسه. اختر مكانًا آخر للتصدير.',
    en: '“{file}” is one of the project’s own files. Choose another place to export to.',
  },
  'not-checkable': {
    ar: '«{file}» ليس مجلد مشروع ولا ملف JSONL من إسناد. اختر أحدهما.',
    en: '“{file}” is neither a project folder nor an Isnad JSONL file. Choose one of the two.',
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
  'unpacks-too-large': {
    ar: 'يفكّ «{file}» ضغطه إلى أكثر من {limit} ميغابايت، وليس هذا حجم مقال؛ قد يكون ملفًا ضارًّا، فلم يُفتح. إن كنت تثق به فاحفظه نصًّا (‎.txt‎) ثم استورده.',
    en: '“{file}” unpacks to more than {limit} MB, which no article does; it may be made to do harm and was not opened. If you trust it, save it as plain text (.txt) and import that.',
  },
  'encrypted-file': {
    ar: '«{file}» محميّ بكلمة مرور. افتحه في برنامجه واحفظه بلا كلمة مرور، ثم استورده.',
    en: '“{file}” is protected by a password. Open it in its own program, save it without one, and import that.',
  },
  'damaged-file': {
    ar: '«{file}» تالف أو مقطوع ({detail}). افتحه في برنامجه واحفظه من جديد، ثم استورده.',
    en: '“{file}” is damaged or cut off ({detail}). Open it in its own program, save it again, and import that.',
  },
  'no-text-column': {
    ar: 'لا عمود في «{file}» يبدو نصَّ مقال (أعمدته: {columns}). اختر عمود النص.',
    en: 'No column of “{file}” looks like an article’s text (it has: {columns}). Choose the column of the text.',
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
  'no-name-column': {
    ar: 'لا عمود للاسم في «{file}» (أعمدته: {columns}). سمِّ العمود name_ar، أو code وtext_ar في دليل القضايا.',
    en: 'No column of “{file}” is a name (it has: {columns}). Call it name_ar, or code and text_ar for a codebook.',
  },
  'code-taken': {
    ar: 'الرمز «{code}» لقضية أخرى: «{text}». اختر رمزًا آخر.',
    en: 'The code “{code}” is that of another proposition: “{text}”. Choose another code.',
  },
  'no-such-column': {
    ar: 'لا عمود باسم «{column}» في «{file}». اختر من أعمدته.',
    en: 'There is no column “{column}” in “{file}”. Choose one that it has.',
  },
  'pdf-not-read': {
    ar: 'لا يستورد إسناد ملفات PDF («{file}»): كثير منها يحفظ حروف العربية بترتيب رسمها لا بترتيب قراءتها، فيخرج النص مقلوبًا أو مقطّعًا. انسخ المقال من صفحته والصقه في إسناد، أو احفظه ‎.docx‎ أو ‎.txt‎.',
    en: 'Isnad does not import PDF (“{file}”): many keep Arabic letters in the order they are drawn and not read, and the text comes out reversed or in pieces. Copy the article from its page and paste it into Isnad, or save it as .docx or .txt.',
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
}

// A file name of another direction must not reorder the sentence around it.
const isolated = (value: unknown) => `\u2068${String(value)}\u2069`

/** A failure in words. Values are isolated for a bidirectional display; `plain` leaves that out, for terminals. */
export function failureText(failure: Failure, language: Language, plain = false): string {
  const inWords = (value: unknown) => (plain ? String(value) : isolated(value))
  const params: Record<string, unknown> =
    failure.code === 'bad-query'
      ? {
          ...failure.params,
          place: failure.params.start + 1,
          reason: queryProblemText(failure.params, language, inWords),
        }
      : failure.params
  return words[failure.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    inWords(params[name]),
  )
}
