package incident

// lexicons has a lexicon for each language, built when first used.
var lexicons = map[string]func() *lexicon{
	"en": lazy(english), "fr": lazy(french), "de": lazy(german), "es": lazy(spanish), "es-419": lazy(spanishAmerica), "it": lazy(italian),
	"pt": lazy(portuguese), "id": lazy(indonesian), "ms": lazy(malaysian), "fil": lazy(filipino), "vi": lazy(vietnamese), "th": lazy(thai),
	"zh": lazy(chinese), "ja": lazy(japanese), "ko": lazy(korean),
	"hi": lazy(hindi), "ne": lazy(nepali), "mr": lazy(marathi), "gu": lazy(gujarati), "bn": lazy(bengali), "pa": lazy(punjabi),
	"ml": lazy(malayalam), "ta": lazy(tamil), "te": lazy(telugu), "kn": lazy(kannada), "ur": lazy(urdu), "ar": lazy(arabic),
	"lo": lazy(lao), "km": lazy(khmer), "my": lazy(burmese),
}

// lexiconCodes lists the languages in the order in which they are tried.
var lexiconCodes = []string{
	"en", "id", "ms", "fil", "vi", "fr", "de", "es", "es-419", "it", "pt", "zh", "ja", "ko", "th", "km", "my", "lo",
	"hi", "mr", "ne", "gu", "bn", "pa", "ml", "ta", "te", "kn", "ur", "ar",
}

// lexiconAliases maps other subtags for a language to the one used here.
var lexiconAliases = map[string]string{
	"eng": "en", "tl": "fil", "tgl": "fil", "in": "id", "ind": "id", "msa": "ms", "zsm": "ms",
	"cmn": "zh", "yue": "zh", "zho": "zh", "wuu": "zh", "nan": "zh", "hak": "zh", "jpn": "ja", "kor": "ko",
	"fra": "fr", "deu": "de", "spa": "es", "ita": "it", "por": "pt", "hin": "hi", "mar": "mr", "guj": "gu",
	"mal": "ml", "tam": "ta", "tel": "te", "kan": "kn", "ben": "bn", "pan": "pa", "urd": "ur", "nep": "ne",
	"ara": "ar", "arb": "ar", "tha": "th", "vie": "vi", "khm": "km", "mya": "my", "lao": "lo",
}
