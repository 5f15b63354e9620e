import Diagnostics

/// The files of the search index: scripts that a page loads as it needs them, so that search works from a disk too.
///
/// - `manifest.js`: how many claims there are, and which part of the words is in which file;
/// - `words-N.js`: a part of the sorted words, each as what it shares with the one before, the rest, and its number of claims;
/// - `claims-of-words-N.js`: for a part of the words the claims that have them (`PostingsText`);
/// - `claims-N.js`: a few claims as results show them;
/// - `rulings.js`, `topics.js`, `claimants.js`: what can be filtered by, most claims first;
/// - `rulings-N.js` and so on: for a part of these the claims of each.
///
/// A search reads the manifest, the words that start like what was typed, their claims, and the claims that it shows; a filter
/// its choices when a reader turns to it, and the claims of the one that is chosen.
public struct SearchFiles: Sendable {
    /// One file.
    public struct File: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The script.
        public let bytes: [UInt8]
    }

    /// The files, the manifest first.
    public let files: [File]

    /// How large a file of words, or of their claims, may become: small enough that a search moves little, large enough that it needs few.
    private static let partSize = 4096
    /// How many claims are in one file of results.
    private static let claimsPerFile = 4

    /// How many choices a filter offers, so that a newsroom with thousands of claimants does not send them all to everyone; who is
    /// not among those with the most claims is found by name.
    private static let choiceLimit = 500

    /// Makes the index of claims, oldest verdict first: a new one then leaves most files as they are.
    public init(_ documents: [SearchDocument]) {
        let terms = InvertedIndex(documents).terms
        let words = Self.wordParts(terms)
        let postings = Self.parts(terms.map { PostingsText.bytes($0.postings) })
        var files = Self.files("words", words) + Self.files("claims-of-words", postings)
        files += stride(from: 0, to: documents.count, by: Self.claimsPerFile).map { start in
            let part = documents[start..<min(start + Self.claimsPerFile, documents.count)]
            return Self.file("claims-\(start / Self.claimsPerFile)", .array(part.map(Self.result)))
        }
        var starts = [JSONValue.Member("claims-of-words", Self.starts(postings))]
        let choices: [(String, (SearchDocument) -> [SearchDocument.Choice])] = [
            ("rulings", { [$0.ruling] }), ("topics", \.topics), ("claimants", \.claimants),
        ]
        for (name, choicesOf) in choices {
            let offered = Self.choices(documents, of: choicesOf)
            let places = Self.parts(offered.map { PostingsText.bytes(documents: $0.places) })
            files.append(Self.file(name, .array(offered.map(\.value))))
            files += Self.files(name, places)
            starts.append(JSONValue.Member(name, Self.starts(places)))
        }
        let manifest: JSONValue = [
            // Part of every other file's address, so that a browser never mixes the files of two editions.
            "version": .string(Self.version(of: files)),
            "claims": .integer(documents.count),
            "claimsPerFile": .integer(Self.claimsPerFile),
            "words": .array(words.map { [.string($0.firstWord), .integer($0.start)] }),
            "starts": .object(starts),
        ]
        self.files = [Self.file("manifest", manifest)] + files
    }

    /// A part of the sorted words, or of their claims, as one text.
    private struct Part {
        /// The place of its first word among all.
        let start: Int
        let firstWord: String
        var text: String
    }

    private static func wordParts(_ terms: [InvertedIndex.Term]) -> [Part] {
        var parts: [Part] = []
        var previous: [UInt16] = []
        for (place, term) in terms.enumerated() {
            let isFull = parts.last.map { $0.text.utf8.count >= partSize } ?? true
            if isFull {
                parts.append(Part(start: place, firstWord: term.word, text: ""))
                previous = []
            }
            let units = Array(term.word.utf16)
            let shared = zip(units, previous).prefix { $0 == $1 }.count
            // One digit to the base 36; and half of a surrogate pair is no text.
            var kept = min(shared, 35)
            if kept > 0, UTF16.isLeadSurrogate(units[kept - 1]) { kept -= 1 }
            let count = term.documentCount == 1 ? "" : ":" + String(term.documentCount, radix: 36)
            let separator = isFull ? "" : " "
            let rest = String(decoding: units[kept...], as: UTF16.self)
            parts[parts.count - 1].text += separator + String(kept, radix: 36) + rest + count
            previous = units
        }
        return parts
    }

    /// Lists of claims in parts of about equal size.
    private static func parts(_ lists: [[UInt8]]) -> [Part] {
        var parts: [Part] = []
        for (place, list) in lists.enumerated() {
            let text = String(decoding: list, as: UTF8.self)
            if let last = parts.last, last.text.utf8.count + text.utf8.count < partSize {
                parts[parts.count - 1].text += " " + text
            } else {
                parts.append(Part(start: place, firstWord: "", text: text))
            }
        }
        return parts
    }

    private static func starts(_ parts: [Part]) -> JSONValue { .array(parts.map { .integer($0.start) }) }

    private static func files(_ name: String, _ parts: [Part]) -> [File] {
        parts.enumerated().map { file("\(name)-\($0.offset)", .string($0.element.text)) }
    }

    /// What a result shows, in the order in which `search.js` reads it.
    private static func result(_ document: SearchDocument) -> JSONValue {
        [
            .string(document.address), .string(document.statement), .string(document.title),
            .array(document.claimants.map { .string($0.name) }),
            .string(document.ruling.name),
            .string(document.tone), .string(document.published), .string(document.publishedText),
        ]
    }

    /// Something to filter by, with the places of its claims.
    private struct Offer {
        let choice: SearchDocument.Choice
        let places: [Int]

        /// Its name, its number of claims, and its id where that is not the words of the name: the browser finds those by itself.
        var value: JSONValue {
            let fields: [JSONValue] = [.string(choice.name), .integer(places.count)]
            let isPlain = Folding.words(choice.name).joined(separator: "-") == choice.id
            return .array(isPlain ? fields : fields + [.string(choice.id)])
        }
    }

    /// The choices, most claims first, then by name.
    private static func choices(
        _ documents: [SearchDocument],
        of choicesOf: (SearchDocument) -> [SearchDocument.Choice]
    ) -> [Offer] {
        var places: [SearchDocument.Choice: [Int]] = [:]
        for (place, document) in documents.enumerated() {
            for choice in Set(choicesOf(document)) { places[choice, default: []].append(place) }
        }
        let sorted = places.sorted {
            ($1.value.count, $0.key.name, $0.key.id) < ($0.value.count, $1.key.name, $1.key.id)
        }
        return sorted.prefix(choiceLimit).map { Offer(choice: $0.key, places: $0.value) }
    }

    private static func file(_ name: String, _ value: JSONValue) -> File {
        var bytes = Array("assaySearch.take(\"\(name)\",".utf8)
        value.write(to: &bytes)
        bytes += ");\n".utf8
        return File(name: name + ".js", bytes: bytes)
    }

    /// A short name of the content of all files (FNV-1a, 64 bits): equal content, equal name.
    private static func version(of files: [File]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in files.lazy.flatMap({ Array($0.name.utf8) + $0.bytes }) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return String(hash, radix: 36)
    }
}
