import Diagnostics

/// The findings about one page. Some depend on other pages, because a theme may leave out fields and add words of its own.
struct PageFindings: Sendable {
    /// The words around an approved text, such as the site's name behind a title.
    struct Surroundings: Sendable {
        /// The kind of page and the place on it, such as `claims headline`.
        let place: String
        /// The words; empty if all words of the place were approved.
        let words: String
        let finding: Diagnostic

        /// The key by which the same words on other pages are found.
        fileprivate var key: String { place + "\n" + words }
    }

    /// The findings that hold whatever other pages show.
    var certain: [Diagnostic] = []
    /// The names of the fields that the page shows as they were approved.
    var shown: Set<String> = []
    /// Findings about fields that the page does not show, with the fields' names: they hold if another page shows such a
    /// field.
    var lacking: [(field: String, finding: Diagnostic)] = []
    /// The words around approved texts: they are the theme's if most other pages have them too.
    var surroundings: [Surroundings] = []

    /// The findings about all pages of a site.
    static func settled(_ pages: [PageFindings]) -> [Diagnostic] {
        let shown = pages.reduce(into: Set<String>()) { $0.formUnion($1.shown) }
        var pageCounts: [String: Int] = [:]
        var placeCounts: [String: Int] = [:]
        for page in pages {
            for key in Set(page.surroundings.map(\.key)) { pageCounts[key, default: 0] += 1 }
            for place in Set(page.surroundings.map(\.place)) { placeCounts[place, default: 0] += 1 }
        }
        func isOfTheme(_ words: Surroundings) -> Bool {
            if words.words.isEmpty { return true }
            let count = pageCounts[words.key] ?? 0
            let total = placeCounts[words.place] ?? 0
            return count > 1 && 2 * count > total
        }
        var findings: [Diagnostic] = []
        for page in pages {
            findings += page.certain
            for (field, finding) in page.lacking where shown.contains(field) { findings.append(finding) }
            for words in page.surroundings where !isOfTheme(words) { findings.append(words.finding) }
        }
        return findings
    }
}
