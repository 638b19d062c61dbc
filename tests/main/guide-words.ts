import type { FormatId } from '../../annotations/formats/format-ids.ts'

type Words = { en: string; ar: string }

/** What the guide says of each format beyond what the code itself knows. */
export const guideWords: Record<FormatId, { what: Words; use: Words }> = {
  isnad: {
    what: {
      en: 'The native format: one line for each document and annotator, with the text, everything annotated on it, and the claims in a flat, ready-to-use view. Nothing is lost. Every span carries both offset units and its quote.',
      ar: 'نسق إسناد نفسه: سطر لكل وثيقة ومُوسِّم، فيه النص وكل ما وُسم عليه، والادعاءات في صورة مسطّحة جاهزة. لا يُفقد شيء، ومع كل مدى موضعاه بالوحدتين واقتباسه.',
    },
    use: {
      en: 'In Python, `text[codePoints[0]:codePoints[1]]` is the quote; in JavaScript and Java, `text.slice(start, end)` is.',
      ar: 'في بايثون `text[codePoints[0]:codePoints[1]]` هو الاقتباس، وفي جافاسكربت وجافا `text.slice(start, end)`.',
    },
  },
  'webanno-tsv': {
    what: {
      en: 'The exchange format of WebAnno and INCEpTION: a row a token, a column a feature. An annotation that begins or ends inside a word has a row of its own below the word’s. Each line of the text is a sentence.',
      ar: 'نسق التبادل في WebAnno وINCEpTION: سطر لكل كلمة وعمود لكل صفة. وللتوسيم الذي يبدأ أو ينتهي داخل كلمة سطر تحت سطرها. وكل سطر من النص جملة.',
    },
    use: {
      en: 'In INCEpTION make the custom layers `webanno.custom.Span` and `webanno.custom.SpanRelation` first. On import all layers are read, slots and chains as relations; they go back into the columns, sentences and words they came from. White space between sentences is not in the file, so a document of the project is matched by its letters.',
      ar: 'أنشئ في INCEpTION أولًا الطبقتين `webanno.custom.Span` و`webanno.custom.SpanRelation`. وعند الاستيراد تُقرأ كل الطبقات، والأدوار والسلاسل علاقات، ثم تعود إلى الأعمدة والجمل والكلمات التي جاءت منها. لا يحفظ الملف الفراغ بين الجمل، فتُطابَق وثيقة المشروع بحروفها.',
    },
  },
  'cas-xmi': {
    what: {
      en: 'Apache UIMA’s XML: what INCEpTION, DKPro and dkpro-cassis read. Offsets count as Java counts. `TypeSystem.xml` lies at the top of the folder.',
      ar: 'ملفات XML من Apache UIMA، تقرؤها INCEpTION وDKPro وdkpro-cassis. تُحسب المواضع كما تحسبها جافا. وملف `TypeSystem.xml` في أعلى المجلد.',
    },
    use: {
      en: 'Python: `load_cas_from_xmi(file, load_typesystem(open("TypeSystem.xml", "rb")))`. On import, slots and chains become relations; they go back as what they were, with words, sentences and whatever else the file held, under the same ids.',
      ar: 'في بايثون: `load_cas_from_xmi(file, load_typesystem(open("TypeSystem.xml", "rb")))`. وعند الاستيراد تصير الأدوار والسلاسل علاقات، ثم تعود كما كانت، ومعها الكلمات والجمل وكل ما في الملف، بمعرّفاتها نفسها.',
    },
  },
  'cas-json': {
    what: {
      en: 'The same annotations in UIMA’s JSON, draft 0.4, the types inside. The draft leaves the unit of offsets open; every known reader counts UTF-16, and so does Isnad.',
      ar: 'التوسيمات نفسها بصيغة JSON من UIMA، المسودة 0.4، والأنماط داخل الملف. تترك المسودة وحدة المواضع مفتوحة، وكل قارئ معروف يحسب بوحدات UTF-16، وكذلك إسناد.',
    },
    use: {
      en: 'Python: `load_cas_from_json(file)`.',
      ar: 'في بايثون: `load_cas_from_json(file)`.',
    },
  },
  'label-studio': {
    what: {
      en: 'A task for each document, an annotation for each annotator, attributes as per-region controls. The labelling configuration of the scheme is written beside it as `.config.xml`.',
      ar: 'مهمة لكل وثيقة، وتوسيم لكل مُوسِّم، والصفات عناصر لكل مدى. ويُكتب بجانبها إعداد الوسم من مخطط المشروع باسم ينتهي بـ`.config.xml`.',
    },
    use: {
      en: 'Paste the configuration into the project’s settings, then import the JSON. Coming back, finished annotations and predictions are read; a prediction becomes a set under its model’s name. Older versions counted offsets differently: each quote decides.',
      ar: 'ألصق الإعداد في إعدادات المشروع ثم استورد ملف JSON. وعند العودة تُقرأ التوسيمات المنجزة والتنبّؤات، ويصير التنبّؤ مجموعة باسم نموذجه. حسبت الإصدارات القديمة المواضع بوحدة أخرى، فالاقتباس هو الحَكَم.',
    },
  },
  w3c: {
    what: {
      en: 'Web Annotation in JSON-LD, as Recogito, Hypothesis and others exchange it: a list, each annotation with a quote selector and a position selector. The text itself is an annotation with the motivation “describing”.',
      ar: 'توسيمات الوِب بصيغة JSON-LD كما تتبادلها Recogito وHypothesis وغيرهما: قائمة، لكل توسيم فيها اقتباس وموضع. والنص نفسه توسيم غرضه «describing».',
    },
    use: {
      en: 'Files that hold no text are read if they name a document of the project, or if a `.txt` of the same name lies beside them. Many browser clients count UTF-16: the quotes are asked.',
      ar: 'تُقرأ الملفات التي لا نص فيها إن سمّت وثيقة من المشروع، أو كان بجانبها ملف ‎.txt‎ بالاسم نفسه. كثير من برامج المتصفّح تحسب بوحدات UTF-16، فيُسأل الاقتباس.',
    },
  },
  tei: {
    what: {
      en: 'TEI P5 with stand-off annotation: the text in one element, spans that point into it by `string-range`, feature structures for attributes, links for relations; all annotators in one file.',
      ar: 'نسق TEI P5 بتوسيم منفصل عن النص: النص في عنصر واحد، ومديات تشير إليه بـ`string-range`، وبنى صفات، وروابط للعلاقات، وكل المُوسِّمين في ملف واحد.',
    },
    use: {
      en: 'On import, spans that point to elements by their id are read too.',
      ar: 'وعند الاستيراد تُقرأ أيضًا المديات التي تشير إلى عناصر بمعرّفاتها.',
    },
  },
  brat: {
    what: {
      en: 'A `.txt` and a `.ann` for each document, in a folder for each annotator, and `annotation.conf` for all of them. A span over a line end is written as fragments around it.',
      ar: 'ملفا ‎.txt‎ و‎.ann‎ لكل وثيقة، في مجلد لكل مُوسِّم، وملف `annotation.conf` للجميع. والمدى الذي يعبر نهاية سطر يُكتب أجزاءً حولها.',
    },
    use: {
      en: 'Copy the folder into brat’s `data`. On import, T, R, E, A and M are read; notes, normalisations and equivalences are kept and written back.',
      ar: 'انسخ المجلد إلى `data` في brat. وعند الاستيراد تُقرأ أسطر T وR وE وA وM، وتُحفظ الملاحظات والإحالات والمتكافئات وتُعاد كما هي.',
    },
  },
  'hf-tokens': {
    what: {
      en: 'A line a document: words and their IOB2 tags, as `datasets` and `transformers` train on, with the text and each word’s offsets beside them. `.features.json` names the classes.',
      ar: 'سطر لكل وثيقة: كلماتها وأوسمة IOB2 كما تتدرّب عليها `datasets` و`transformers`، ومعها النص ومواضع الكلمات. وفي `.features.json` أسماء الأصناف.',
    },
    use: {
      en: 'Python: `Dataset.from_json("x.jsonl", features=Features.from_dict(json.load(open("x.features.json"))))`.',
      ar: 'في بايثون: `Dataset.from_json("x.jsonl", features=Features.from_dict(json.load(open("x.features.json"))))`.',
    },
  },
  prodigy: {
    what: {
      en: 'A task a line. The tokens rebuild the text and are cut wherever an annotation cuts a word, so that a stem inside its clitics stays what it is. `token_end` is inclusive.',
      ar: 'مهمة في كل سطر. تُعيد الكلمات بناء النص وتُقطع حيث يقطعها توسيم، فيبقى الجذع داخل ما اتصل به كما هو. و`token_end` داخل في المدى.',
    },
    use: {
      en: '`prodigy db-in dataset x.jsonl`; spaCy reads `text` and `spans`. Tasks answered with reject or ignore are not imported, and said.',
      ar: '`prodigy db-in dataset x.jsonl`، ويقرأ spaCy `text` و`spans`. والمهام التي أُجيب عنها بالرفض أو التجاهل لا تُستورد، ويُبلَّغ عنها.',
    },
  },
  doccano: {
    what: {
      en: 'Sequence labelling, a line for each document and annotator: triples in `label`, or `entities` and `relations` where anything exported has relations.',
      ar: 'وسم التسلسلات، سطر لكل وثيقة ومُوسِّم: ثلاثيات في `label`، أو `entities` و`relations` إن كان فيما يُصدَّر علاقات.',
    },
    use: {
      en: 'In doccano’s project allow overlapping spans and, for relations, use relation labelling; leave the grapheme mode off.',
      ar: 'اسمح في مشروع doccano بالمديات المتقاطعة، وبالعلاقات إن وُجدت، واترك وضع الحروف المركّبة (grapheme) مطفأً.',
    },
  },
  csv: {
    what: {
      en: 'Tables for a spreadsheet or pandas: a row a part of an annotation; beside it `.relations.csv`, `.claims.csv` (a row a claim and source) and `.documents.csv` with the texts. What a spreadsheet would take for a formula begins with an apostrophe.',
      ar: 'جداول لبرنامج جداول أو pandas: سطر لكل جزء من توسيم، وبجانبه `.relations.csv` و`.claims.csv` (سطر لكل ادعاء ومصدر) و`.documents.csv` وفيه النصوص. وما قد يُحسب معادلة يُسبق بفاصلة علوية.',
    },
    use: {
      en: 'Corrected tables come back if the columns keep their names; the claims are a view and are not read.',
      ar: 'تُقرأ الجداول بعد تصحيحها ما دامت الأعمدة بأسمائها. وجدول الادعاءات للعرض ولا يُقرأ.',
    },
  },
  bioes: {
    what: {
      en: 'The rows of CoNLL-2003, tagged BIOES: S for a single word, E for the last.',
      ar: 'أسطر CoNLL-2003 بأوسمة BIOES: ‏S للكلمة المفردة وE للأخيرة.',
    },
    use: {
      en: 'BIOES, BILOU, IOB1 and IOB2 are all read, whichever of the two formats is asked for.',
      ar: 'تُقرأ BIOES وBILOU وIOB1 وIOB2 كلها أيًّا كان النسق المطلوب من الاثنين.',
    },
  },
  conll: {
    what: {
      en: 'Rows of token, POS, chunk and NER in IOB2, blank lines between sentences; each further layer of nested annotations is a further column. The `-DOCSTART-` line names the document and the annotator.',
      ar: 'أسطر من الكلمة وقسمها وعبارتها ووسمها بنظام IOB2، وبين الجمل أسطر فارغة، ولكل طبقة متداخلة عمود آخر. ويسمّي سطر `-DOCSTART-` الوثيقة والمُوسِّم.',
    },
    use: {
      en: 'NLTK: `ConllCorpusReader(folder, files, ("words", "pos", "chunk", "ne"))`. There is no text in it; on import it is the words joined by spaces, unless the project has the document.',
      ar: 'في NLTK: ‏`ConllCorpusReader(folder, files, ("words", "pos", "chunk", "ne"))`. لا نص فيه، فهو عند الاستيراد كلماته وبينها فراغ، إلا إن كانت الوثيقة في المشروع.',
    },
  },
  timeml: {
    what: {
      en: 'The dates alone, as TIMEX3 elements in the running text, with the publication date as the time of creation. Written, not read.',
      ar: 'التواريخ وحدها عناصر TIMEX3 في النص، وتاريخ النشر وقت الإنشاء. يُكتب ولا يُقرأ.',
    },
    use: {
      en: 'For taggers and evaluations that expect TimeML 1.2.1.',
      ar: 'للأدوات والتقييمات التي تنتظر TimeML 1.2.1.',
    },
  },
  dna: {
    what: {
      en: 'Statements as the Discourse Network Analyzer has them: a row a claim, with the person or organisation at the end of its chain, the concept and agreement. Written, not read.',
      ar: 'أقوال كما في Discourse Network Analyzer: سطر لكل ادعاء، فيه من في آخر سلسلته شخصًا كان أو منظمة، والقضية، والموافقة. يُكتب ولا يُقرأ.',
    },
    use: {
      en: 'The concept is the claim’s proposition, or its words where it has none yet.',
      ar: 'القضية هي مقولة الادعاء، أو كلماته إن لم تكن له مقولة بعد.',
    },
  },
}
