/// The words with which a statement leaves no exception.
enum AbsoluteWords {
    /// The first absolute word or phrase of a text, in lower case; English where the language has no list.
    /// - Parameter language: without region, in lower case.
    static func first(in text: String, language: String) -> String? {
        let lists = lists[language] ?? english
        let words = PhraseSearch.words(of: text)
        // Most texts hold no such word, and need no look at what is harmless.
        guard !lists.absolute.occurrences(in: words).isEmpty else { return nil }
        return lists.absolute.occurrences(in: lists.harmless.removed(from: words))
            .min { $0.place < $1.place }?.phrase
    }

    private struct Lists: Sendable {
        let absolute: PhraseList
        /// Phrases with such a word that are not absolute.
        let harmless: PhraseList

        init(absolute: [String], harmless: [String]) {
            self.absolute = PhraseList(absolute)
            self.harmless = PhraseList(harmless)
        }
    }

    private static let lists: [String: Lists] = ["en": english, "es": spanish, "fr": french]

    private static let english = Lists(
        absolute: [
            "all", "every", "everyone", "everybody", "everything", "always", "never", "none", "nothing",
            "nobody",
            "no one", "no-one", "nowhere", "only", "unanimous", "unanimously", "without exception",
            "invariably",
        ],
        harmless: [
            "at all", "after all", "first of all", "above all", "all but", "not all", "not every", "not only",
            "not always", "every other", "all in all", "nothing but", "not everyone", "not everybody",
            "not everything", "all over", "only a", "only an", "only one", "only two", "only three",
        ]
    )

    private static let spanish = Lists(
        absolute: [
            "todo", "toda", "todos", "todas", "cada", "siempre", "nunca", "jamás", "nada", "nadie", "ningún",
            "ninguna",
            "ninguno", "único", "única", "unánime", "unánimemente", "sin excepción", "solamente",
        ],
        harmless: [
            "sobre todo", "ante todo", "no todo", "no todos", "no todas", "no siempre", "de todos modos",
            "cada vez",
            "después de todo",
        ]
    )

    private static let french = Lists(
        absolute: [
            "tout", "toute", "tous", "toutes", "chaque", "toujours", "jamais", "rien", "personne ne", "aucun",
            "aucune",
            "nul", "nulle", "seul", "seule", "uniquement", "unanime", "unanimement", "sans exception",
        ],
        harmless: [
            "tout de même", "pas tous", "pas toutes", "pas tout", "pas toujours", "après tout", "surtout",
            "tout à fait",
            "tout d'abord", "avant tout",
        ]
    )
}
