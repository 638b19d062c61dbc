import type { FailureWords } from './failure-text.ts'

/** What is wrong with a file or a folder, with its place or with what is in it. */
export const fileFailureWords = {
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
  'conflict-copy': {
    ar: '«{file}» نسخة ثانية تركها برنامج مزامنة أو Git. ادمجها من «دمج النسخ» في القائمة، أو بالأمر ‎isnad check --repair‎؛ لا يضيع منها شيء.',
    en: '“{file}” is a second copy left by a program that synchronises folders, or by Git. Merge it with “Merge copies” in the menu, or with isnad check --repair; nothing of it is lost.',
  },
  'conflict-markers': {
    ar: 'ترك Git في «{file}» الجانبين معًا. ادمجهما من «دمج النسخ»، أو بالأمر ‎isnad check --repair‎؛ لا يضيع منهما شيء.',
    en: 'Git left both sides in “{file}”. Merge them with “Merge the copies”, or with isnad check --repair; nothing of either is lost.',
  },
  'file-exists': {
    ar: '«{file}» موجود. اختر اسمًا آخر، أو وافق على الكتابة فوقه.',
    en: '“{file}” exists. Choose another name, or agree to overwrite it.',
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
  'no-name-column': {
    ar: 'لا عمود للاسم في «{file}» (أعمدته: {columns}). سمِّ العمود name_ar، أو code وtext_ar في دليل القضايا.',
    en: 'No column of “{file}” is a name (it has: {columns}). Call it name_ar, or code and text_ar for a codebook.',
  },
  'no-such-column': {
    ar: 'لا عمود باسم «{column}» في «{file}». اختر من أعمدته.',
    en: 'There is no column “{column}” in “{file}”. Choose one that it has.',
  },
  'pdf-not-read': {
    ar: 'لا يستورد إسناد ملفات PDF («{file}»): كثير منها يحفظ حروف العربية بترتيب رسمها لا بترتيب قراءتها، فيخرج النص مقلوبًا أو مقطّعًا. انسخ المقال من صفحته والصقه في إسناد، أو احفظه ‎.docx‎ أو ‎.txt‎.',
    en: 'Isnad does not import PDF (“{file}”): many keep Arabic letters in the order they are drawn and not read, and the text comes out reversed or in pieces. Copy the article from its page and paste it into Isnad, or save it as .docx or .txt.',
  },
} satisfies FailureWords
