import Mustache

/// The interface's words in one language, with its forms of dates, numbers and counts.
///
/// An entry's key has a group and a name: templates show `claim.evidence` with `{{words.claim.evidence}}`. An entry may
/// have placeholders, such as `{count} claims`:
///
///     words["claim.evidence"]                  // "Evidence"
///     words.text("format.year", ["year": "2018"])
package struct Catalogue: Sendable {
    /// The language (BCP 47).
    package let language: String
    /// The entries as a template value: a record of groups.
    package let templateRecord: TemplateRecord

    private let entries: [String: Phrase]
    /// The plural rules; the first that holds for a number decides its form.
    let pluralRules: [(form: PluralForm, rule: PluralRule)]
    /// The language's ten digits; nil for ASCII digits.
    let digits: [Character]?

    /// Makes a catalogue from entries, and takes missing ones from another catalogue.
    ///
    /// - Parameters:
    ///   - language: the language (BCP 47).
    ///   - entries: the words by key.
    ///   - complement: the catalogue for missing entries.
    package init(language: String, entries: [String: String], complement: Catalogue? = nil) {
        self.language = language
        // A language with plural rules of its own takes none from the complement.
        let hasPlurals = entries.keys.contains { $0.hasPrefix(Self.pluralGroup + ".") }
        let lent = (complement?.texts ?? [:]).filter {
            !hasPlurals || !$0.key.hasPrefix(Self.pluralGroup + ".")
        }
        let all = entries.merging(lent) { own, _ in own }
        pluralRules = Self.pluralRules(in: all)
        self.entries = all.mapValues(Phrase.init)
        templateRecord = Self.groups(all)
        let digits = Array(all["format.digits"] ?? "")
        self.digits = digits.count == 10 && digits != Array("0123456789") ? digits : nil
    }

    private var texts: [String: String] { entries.mapValues(\.text) }

    /// The keys, sorted.
    package var keys: [String] { entries.keys.sorted() }

    /// Whether the catalogue has an entry.
    package func has(_ key: String) -> Bool { entries[key] != nil }

    /// The words of an entry; the key itself if there is no such entry.
    package subscript(_ key: String) -> String { entries[key]?.text ?? key }

    /// The words of an entry, its placeholders replaced by values.
    package func text(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        (entries[key] ?? Phrase(key)).filled(values)
    }

    /// The words of an entry before and after one of its placeholders, the others replaced by values; nil if the entry has no
    /// such placeholder.
    func text(
        _ key: String,
        around place: String,
        _ values: KeyValuePairs<String, String>
    ) -> (before: String, after: String)? {
        (entries[key] ?? Phrase(key)).filled(values, around: place)
    }

    private static func groups(_ entries: [String: String]) -> TemplateRecord {
        var groups: [String: [(String, TemplateValue)]] = [:]
        for (key, words) in entries.sorted(by: { $0.key < $1.key }) {
            let parts = key.split(separator: ".", maxSplits: 1)
            guard parts.count == 2 else { continue }
            groups[String(parts[0]), default: []].append((String(parts[1]), .text(words)))
        }
        return TemplateRecord(
            groups.sorted { $0.key < $1.key }.map { ($0.key, .record(TemplateRecord($0.value))) }
        )
    }
}
