import Diagnostics

/// The files of the search index: scripts that a page loads as it needs them, so that search works from a disk too.
///
/// - `manifest.js`: how many claims there are, and with which word each of the next files begins;
/// - `terms-N.js`: a part of the sorted words, and of the beginnings of many words, with the claims of each (`SearchTerms`);
/// - `words-N.js`: a part of the sorted words alone, for a word that is not there as it was typed;
/// - `tails-N.js`: the same with each word's first letter at its end, sorted so, for a word with a wrong first letter;
/// - `claims-N.js`: a few claims as results show them;
/// - `rulings.js`, `topics.js`, `claimants.js`: what can be filtered by, most claims first;
/// - `rulings-N.js` and so on: for a part of these the claims of each.
///
/// The page loads the manifest. A search then loads two times: the files of the words that were typed, all at once, and the claims that
/// it shows. Only for a word that no claim has, as it was typed, words like it are looked for between the two. A filter's choices are loaded
/// when a reader turns to it.
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

    /// How large a file of words, or of claims of choices, may become.
    private static let partSize = SearchTerms.partSize
    /// How many claims are in one file of results.
    private static let claimsPerFile = 4

    /// How many choices a filter offers, so that a newsroom with thousands of claimants does not send them all to everyone; who is
    /// not among those with the most claims is found by name.
    private static let choiceLimit = 500

    /// Makes the index of claims, oldest verdict first: a new one then leaves most files as they are.
    public init(_ documents: [SearchDocument]) {
        let index = InvertedIndex(documents)
        let terms = SearchTerms(index).parts
        let words = Self.wordParts(index.terms)
        let tails = Self.wordParts(Self.rotated(index.terms))
        var files = Self.files("terms", terms.map(\.text)) + Self.files("words", words.map(\.text))
        files += Self.files("tails", tails.map(\.text))
        files += stride(from: 0, to: documents.count, by: Self.claimsPerFile).map { start in
            let part = documents[start..<min(start + Self.claimsPerFile, documents.count)]
            return Self.file("claims-\(start / Self.claimsPerFile)", .array(part.map(Self.result)))
        }
        var starts: [JSONValue.Member] = []
        let choices: [(String, (SearchDocument) -> [SearchDocument.Choice])] = [
            ("rulings", { [$0.ruling] }), ("topics", \.topics), ("claimants", \.claimants),
        ]
        for (name, choicesOf) in choices {
            let offered = Self.choices(documents, of: choicesOf)
            let places = Self.parts(offered.map { PostingsText.bytes(documents: $0.places) })
            files.append(Self.file(name, .array(offered.map(\.value))))
            files += Self.files(name, places.map(\.text))
            starts.append(JSONValue.Member(name, .array(places.map { .integer($0.start) })))
        }
        let manifest: JSONValue = [
            // Part of every other file's address, so that a browser never mixes the files of two editions.
            "version": .string(Self.version(of: files)),
            "claims": .integer(documents.count),
            "claimsPerFile": .integer(Self.claimsPerFile),
            "terms": .array(terms.map { .string($0.firstWord) }),
            "words": .array(words.map { .string($0.firstWord) }),
            "tails": .array(tails.map { .string($0.firstWord) }),
            "starts": .object(starts),
        ]
        self.files = [Self.file("manifest", manifest)] + files
    }

    /// Long words with the first letter at the end, sorted. In short ones, a wrong letter is half of the word.
    private static func rotated(_ terms: [InvertedIndex.Term]) -> [InvertedIndex.Term] {
        let rotated = terms.compactMap { term -> InvertedIndex.Term? in
            // JavaScript counts UTF-16: a letter of two units would be torn.
            guard let first = term.word.unicodeScalars.first, first.value < 0x10000,
                term.word.utf16.count > 3
            else { return nil }
            let word = String(term.word.unicodeScalars.dropFirst()) + String(first)
            return InvertedIndex.Term(word: word, documentCount: term.documentCount, postings: [])
        }
        return rotated.sorted { $0.word.utf16.lexicographicallyPrecedes($1.word.utf16) }
    }

    private static func wordParts(_ terms: [InvertedIndex.Term]) -> [SearchTerms.Part] {
        var parts: [SearchTerms.Part] = []
        var writer = WordsText()
        for term in terms {
            if parts.last.map({ $0.text.count >= partSize }) ?? true {
                parts.append(SearchTerms.Part(firstWord: term.word, text: []))
                writer = WordsText()
            }
            writer.append(term.word, documentCount: term.documentCount, to: &parts[parts.count - 1].text)
        }
        return parts.isEmpty ? [.empty] : parts
    }

    /// Lists of claims in parts of about equal size, each with the place of its first list among all.
    private static func parts(_ lists: [[UInt8]]) -> [(start: Int, text: [UInt8])] {
        var parts: [(start: Int, text: [UInt8])] = []
        for (place, list) in lists.enumerated() {
            if let last = parts.last, last.text.count + list.count < partSize {
                parts[parts.count - 1].text += [UInt8(ascii: " ")] + list
            } else {
                parts.append((place, list))
            }
        }
        return parts
    }

    private static func files(_ name: String, _ parts: [[UInt8]]) -> [File] {
        parts.enumerated().map { number, text in
            file("\(name)-\(number)", .string(String(decoding: text, as: UTF8.self)))
        }
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
