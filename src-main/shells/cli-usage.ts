import type { Language } from '../../annotations/api/failure-text.ts'
import type { WrongUsage } from './cli-command.ts'
import type { CommandName } from './cli-options.ts'

export function usageText(language: Language, wrong: WrongUsage): string {
  const ar = language === 'ar'
  switch (wrong.kind) {
    case 'unknown-command':
      return ar ? `لا أمر باسم «${wrong.command}».` : `There is no command “${wrong.command}”.`
    case 'unknown-option':
      return ar ? `لا خيار باسم ${wrong.option}.` : `There is no option ${wrong.option}.`
    case 'no-value':
      return ar ? `الخيار ${wrong.option} يحتاج إلى قيمة.` : `${wrong.option} needs a value.`
    case 'needless-value':
      return ar ? `الخيار ${wrong.option} لا يأخذ قيمة.` : `${wrong.option} takes no value.`
    case 'missing':
      return ar ? `ينقص ${wrong.what}.` : `${wrong.what} is missing.`
    case 'too-many':
      return ar ? `لا مكان لـ «${wrong.what}».` : `There is no place for “${wrong.what}”.`
    case 'bad-port':
      return ar
        ? `«${wrong.port}» ليس رقم منفذ (من 0 إلى 65535).`
        : `“${wrong.port}” is not a port (0 to 65535).`
    case 'bad-day':
      return ar
        ? `«${wrong.day}» ليس يومًا (YYYY-MM-DD).`
        : `“${wrong.day}” is not a day (YYYY-MM-DD).`
    default:
      return unreachable(wrong)
  }
}

const unreachable = (wrong: never): never => wrong

/** The lines of the help; a command's own line stands under its mistakes, too. */
export const usage: Record<CommandName, string> = {
  init: 'isnad init DIR [--title TITLE] [--scheme claims|entities|discourse] [--json]',
  import:
    'isnad import DIR PATH... [--format auto|txt|html|doccano|label-studio|brat|webanno-tsv|...] [--encoding auto|utf-8|windows-1256|...] [--map FILE] [--annotator NAME] [--published DATE] [--outlet NAME] [--json]',
  export:
    'isnad export DIR --format isnad|doccano|label-studio|brat|webanno-tsv|... --out PATH [--annotators all|gold|A,B] [--offsets utf16|codepoint] [--furniture] [--force] [--json]',
  furniture: 'isnad furniture DIR [--undo] [--json]',
  check: 'isnad check PATH [--repair] [--json]',
  suggest: 'isnad suggest DIR --annotator NAME [--kinds actors,dates,claims] [--json]',
  assign:
    'isnad assign DIR --annotators A,B,C [--overlap 2] [--seed 7] [--blind] [--calibration 5] [--again] [--by NAME] [--dry-run] [--json]',
  merge: 'isnad merge A B --out C [--json]',
  'merge-driver': 'isnad merge-driver %O %A %B %P',
  actors:
    'isnad actors DIR [--find TEXT | --import FILE | --out FILE [--force] | --merge A,B --into C | --undo] [--json]',
  propositions: 'isnad propositions DIR [--import FILE | --out FILE [--force]] [--json]',
  match: 'isnad match < LINES',
  dates: 'isnad dates [--anchor DATE] [--jsonl]',
  agreement:
    'isnad agreement DIR|A.jsonl B.jsonl... [--annotators A,B] [--matching exact|arabic] [--gamma] [--seed 1] [--resamples 500] [--html|--csv|--json]',
  adjudicate:
    'isnad adjudicate DIR [--annotators A,B] [--strategy agreed|majority|union] [--by NAME] [--json]',
  search: 'isnad search DIR QUERY [--sort document|before|after] [--limit 100] [--json]',
  stats: 'isnad stats DIR [--annotator NAME] [--json]',
  serve: 'isnad serve [DIR] [--port 0] [--open]',
}

const about: Record<Language, Record<CommandName, string>> = {
  ar: {
    init: 'مشروع جديد في مجلد',
    import: 'استيراد مقالات، أو ملفات موسومة في أدوات أخرى، أو مجلدات منها',
    export: 'كتابة التوسيمات بنسق إسناد أو بنسق أداة أخرى',
    furniture: 'تعتيم الأسطر التي تتكرر في صفحات منفذ من المشروع كله، أو إعادتها كلها إلى المتن',
    check: 'قراءة مشروع أو ملف JSONL كلِّه والتحقق منه',
    suggest: 'اقتراح الفاعلين والتواريخ والادعاءات بقواعد، في مجموعة باسم مستقل',
    search: 'البحث في مشروع: كل إصابة في سطرها، والكلمة بلا حروف تسبقها وبلا تشكيل',
    assign: 'توزيع الوثائق على المُوسِّمين بالعدل وبالقرعة، وكم منهم يوسم كل وثيقة',
    merge: 'نسختان من مشروع تصيران مشروعًا واحدًا في مجلد جديد، توسيمًا توسيمًا، مع تقرير',
    'merge-driver': 'يدمج لـ Git ملفًا من المشروع (انظر docs/git.md)',
    actors:
      'سجلّ الفاعلين: قائمته، أو البحث فيه بأي رسم، أو جدول منه وإليه (csv أو jsonl)، أو الدمج والتراجع',
    propositions: 'دليل القضايا: قائمته، أو جدول منه وإليه (csv أو jsonl)',
    match: 'قواعد البحث على نص واحد: أسطر {id, query, text, mode: word|substring} من المدخل',
    dates: 'تواريخ نص عربي من المدخل القياسي وقيمها، تاريخ في كل سطر',
    agreement: 'ما مدى اتفاق المُحكِّمين، وأين يختلفون',
    adjudicate:
      'المجموعة المرجعية بقاعدة: ما اتفقوا عليه، أو ما قاله أكثرهم، أو كل ما قيل؛ وما حسمه إنسان يبقى',
    stats: 'إحصاء المشروع: الوثائق والتوسيمات والادعاءات والتقدم والوقت',
    serve: 'إسناد في المتصفح، على هذا الجهاز وحده؛ بلا مجلد تُفتح العيّنة',
  },
  en: {
    init: 'a new project in a folder',
    import: 'articles, or files annotated with other tools, or folders of them',
    export: 'the annotations in Isnad’s own format or in another tool’s',
    search: 'search a project: every hit in its line, words found without clitics and marks',
    furniture:
      'dim the lines that recur in an outlet’s pages, in all of a project, or give them all back',
    check: 'read and validate all of a project, or of a JSONL file',
    suggest: 'actors, dates and claims suggested by rule, into a set of a name of their own',
    assign: 'give documents out to annotators, evenly and by lot, so many to each document',
    merge:
      'two copies of a project into one, in a new folder, annotation by annotation, with a report',
    'merge-driver': 'merges a file of a project for Git (see docs/git.md)',
    actors:
      'the actor register: listed, searched in any spelling, in and out as a table (csv or jsonl), merged, undone',
    propositions: 'the codebook: listed, in and out as a table (csv or jsonl)',
    match:
      'the rules of search on one text: lines {id, query, text, mode: word|substring} from stdin',
    dates: 'the dates of an Arabic text on standard input and their values, a date a line',
    agreement: 'how far annotators agree, and where they do not',
    adjudicate:
      'the gold set by rule: what all say, what most say, or whatever is said; what a person decided stays',
    stats: 'figures of a project: documents, annotations, claims, progress, time',
    serve: 'Isnad in the browser, on this machine alone; without a folder, the sample',
  },
}

export function help(language: Language): string {
  const names = Object.keys(usage) as CommandName[]
  const commands = names.map(name => `  ${usage[name]}\n      ${about[language][name]}`).join('\n')
  return language === 'ar'
    ? `إسناد: توسيم الأخبار العربية، ومن قال ماذا نقلًا عن مَن.\n\n${commands}\n  isnad --version\n\nرموز الخروج: 0 تمّ، 1 تمّ مع مرفوضات أو أخطاء، 2 استعمال خاطئ. اللغة: ISNAD_LANG=ar|en.\n`
    : `Isnad: annotate Arabic news, and who said what through whom.\n\n${commands}\n  isnad --version\n\nExit codes: 0 done, 1 done with rejected input or failed checks, 2 wrong usage. Language: ISNAD_LANG=ar|en.\n`
}
