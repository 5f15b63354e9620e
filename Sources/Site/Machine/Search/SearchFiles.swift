import Diagnostics

/// The files of the search index: scripts that a page loads as it needs them, so that search works from a disk too.
///
/// - `manifest.js`: how many claims there are, and which part of the words is in which file;
/// - `words-N.js`: a part of the sorted words, each as what it shares with the one before, the rest, and its number of claims;
/// - `claims-of-words-N.js`: for a part of the words the claims that have them (`PostingsText`);
/// - `claims-N.js`: a few claims as results show them;
/// - `rulings.js`, `topics.js`, `claimants.js`: what can be filtered by, and the claims of each.
///
/// A search reads the manifest, the words that start like what was typed, their claims, and the claims that it shows.
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

    /// Makes the index of claims, oldest verdict first: a new one then leaves most files as they are.
    public init(_ documents: [SearchDocument]) {
        let terms = InvertedIndex(documents).terms
        let words = Self.wordParts(terms)
        let postings = Self.postingParts(terms)
        var files = Self.files("words", words) + Self.files("claims-of-words", postings)
        files += stride(from: 0, to: documents.count, by: Self.claimsPerFile).map { start in
            let part = documents[start..<min(start + Self.claimsPerFile, documents.count)]
            return Self.file("claims-\(start / Self.claimsPerFile)", .array(part.map(Self.result)))
        }
        files.append(Self.file("rulings", Self.choices(documents) { [$0.ruling] }))
        files.append(Self.file("topics", Self.choices(documents, of: \.topics)))
        files.append(Self.file("claimants", Self.choices(documents, of: \.claimants)))
        let manifest: JSONValue = [
            // Part of every other file's address, so that a browser never mixes the files of two editions.
            "version": .string(Self.version(of: files)),
            "claims": .integer(documents.count),
            "claimsPerFile": .integer(Self.claimsPerFile),
            "words": .array(words.map { [.string($0.firstWord), .integer($0.start)] }),
            "claimsOfWords": .array(postings.map { .integer($0.start) }),
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

    private static func postingParts(_ terms: [InvertedIndex.Term]) -> [Part] {
        var parts: [Part] = []
        for (place, term) in terms.enumerated() {
            let text = String(decoding: PostingsText.bytes(term.postings), as: UTF8.self)
            if let last = parts.last, last.text.utf8.count + text.utf8.count < partSize {
                parts[parts.count - 1].text += " " + text
            } else {
                parts.append(Part(start: place, firstWord: term.word, text: text))
            }
        }
        return parts
    }

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

    /// Every choice: its name, its number of claims, the claims, its id; most claims first, then by name.
    private static func choices(
        _ documents: [SearchDocument],
        of choicesOf: (SearchDocument) -> [SearchDocument.Choice]
    ) -> JSONValue {
        var places: [SearchDocument.Choice: [Int]] = [:]
        for (place, document) in documents.enumerated() {
            for choice in Set(choicesOf(document)) { places[choice, default: []].append(place) }
        }
        let sorted = places.sorted {
            ($1.value.count, $0.key.name, $0.key.id) < ($0.value.count, $1.key.name, $1.key.id)
        }
        return .array(
            sorted.map { choice, places in
                let name: JSONValue = .string(choice.name)
                let claims = String(decoding: PostingsText.bytes(documents: places), as: UTF8.self)
                let fields: [JSONValue] = [name, .integer(places.count), .string(claims)]
                // Most ids are the name's words; the browser finds those by itself.
                let isPlain = Folding.words(choice.name).joined(separator: "-") == choice.id
                return .array(isPlain ? fields : fields + [.string(choice.id)])
            }
        )
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
