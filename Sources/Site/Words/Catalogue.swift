import Mustache

/// The words of the interface in one language, and its ways of writing dates, numbers and counts.
///
/// An entry's key has a group and a name, `claim.evidence`; templates say `{{words.claim.evidence}}`. An
/// entry may have places for values: `{count} claims`.
package struct Catalogue: Sendable {
    /// The language (BCP 47).
    package let language: String
    /// The entries as templates see them: a record of groups.
    package let templateRecord: TemplateRecord

    private let entries: [String: Phrase]
    /// Which plural form a number takes: the first whose rule holds.
    let pluralRules: [(form: PluralForm, rule: PluralRule)]
    /// The ten digits of the language; nil where they are those of ASCII.
    let digits: [Character]?

    /// Makes a catalogue. What it does not say is taken from another one.
    ///
    /// - Parameters:
    ///   - language: the language (BCP 47).
    ///   - entries: the words by key.
    ///   - complement: the catalogue that has the words which are missing here.
    package init(language: String, entries: [String: String], complement: Catalogue? = nil) {
        self.language = language
        // The plural forms of another language are no help to one that says which it has.
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

    /// The words of an entry; the key itself, where the catalogue does not have it.
    package subscript(_ key: String) -> String { entries[key]?.text ?? key }

    /// The words of an entry with values in their places.
    package func text(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        (entries[key] ?? Phrase(key)).filled(values)
    }

    /// The words of an entry before and after one of its places, with values in the others; nil where it has no such place.
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
