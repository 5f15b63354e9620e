import Diagnostics

/// The files of the search index. They are scripts, which a page can load from a disk too.
///
/// - `manifest.js`: the number of claims, and the first word of each of the following files;
/// - `terms-N.js`: sorted words and common prefixes, with the claims of each (`SearchTerms`);
/// - `words-N.js`: sorted words alone, to correct misspelt words;
/// - `tails-N.js`: sorted words with the first letter moved to the end, to correct a wrong first letter;
/// - `claims-N.js`: a few claims for the list of results;
/// - `name-terms-N.js`, `names-N.js`: the words and the names of people, sources and articles;
/// - `rulings.js`, `topics.js`, `claimants.js`: the choices of the filters, most claims first;
/// - `rulings-N.js` and so on: the claims of some choices.
///
/// The page loads the manifest. A search loads files twice: first those of the typed words, then the claims to show.
/// Between the two, similar words are found for a word without claims. A filter's choices load when a reader opens it.
package struct SearchFiles: Sendable {
    /// A file of the index.
    package struct File: Sendable, Hashable {
        /// The file's name, such as `terms-0.js`.
        package let name: String
        /// The script's text.
        package let bytes: [UInt8]
    }

    let documents: [SearchDocument]
    /// The people, sources and articles to find by name.
    private let names: [SearchName]

    /// The size in bytes at which a file of words or of a filter's claims is full.
    static let partSize = SearchTerms.partSize
    /// The number of claims in a file of results.
    private static let claimsPerFile = 4
    /// The number of names in a file of names.
    private static let namesPerFile = 8

    /// Makes the files of an index.
    /// - Parameter documents: the claims, oldest verdict first, so that a new claim leaves most files unchanged.
    package init(_ documents: [SearchDocument], names: [SearchName] = []) {
        self.documents = documents
        self.names = names
    }

    /// All files in memory, for small sites.
    package var files: [File] {
        var files: [File] = []
        makeFiles { files.append($0) }
        return files
    }

    /// Makes one file after the other, the manifest last, and hands each over.
    package func makeFiles(_ take: (File) -> Void) {
        var version = Version()
        func add(_ file: File) {
            version.add(file)
            take(file)
        }
        let firstWords = makeWords(add)
        makeResults(add)
        let starts = makeChoices(add)
        let firstOfNames = makeNames(add)
        let manifest = Self.file("manifest") { json in
            json.object { json in
                // Part of the other files' addresses, so that a browser never mixes files of two editions.
                json.add("version", version.name)
                json.add("claims", documents.count)
                json.add("claimsPerFile", Self.claimsPerFile)
                json.array("terms", firstWords.terms)
                json.array("words", firstWords.words)
                json.array("tails", firstWords.tails)
                json.add("names", names.count)
                json.add("namesPerFile", Self.namesPerFile)
                json.array("name-terms", firstOfNames)
                json.object("starts") { json in
                    json.array("rulings", starts.rulings) { start, json in json.add(start) }
                    json.array("topics", starts.topics) { start, json in json.add(start) }
                    json.array("claimants", starts.claimants) { start, json in json.add(start) }
                }
            }
        }
        take(manifest)
    }

    /// Makes the files of words.
    /// - Returns: the first word of each file.
    private func makeWords(_ take: (File) -> Void) -> (terms: [String], words: [String], tails: [String]) {
        let index = InvertedIndex(documents)
        let terms = SearchTerms(index).parts
        let words = Self.wordParts(index.terms)
        let tails = Self.wordParts(Self.rotated(index.terms))
        Self.makeFiles("terms", terms.map(\.text), take)
        Self.makeFiles("words", words.map(\.text), take)
        Self.makeFiles("tails", tails.map(\.text), take)
        return (terms.map(\.firstWord), words.map(\.firstWord), tails.map(\.firstWord))
    }

    /// Makes the files of claims for the list of results.
    private func makeResults(_ take: (File) -> Void) {
        for start in stride(from: 0, to: documents.count, by: Self.claimsPerFile) {
            let part = documents[start..<min(start + Self.claimsPerFile, documents.count)]
            let file = Self.file("claims-\(start / Self.claimsPerFile)") { json in
                json.array { json in for document in part { Self.result(document, to: &json) } }
            }
            take(file)
        }
    }

    /// Makes the files of people, sources and articles: the words of their names, and the names.
    /// - Returns: the first word of each file of words.
    private func makeNames(_ take: (File) -> Void) -> [String] {
        let terms = SearchTerms(InvertedIndex(names.map(\.document))).parts
        Self.makeFiles("name-terms", terms.map(\.text), take)
        for start in stride(from: 0, to: names.count, by: Self.namesPerFile) {
            let part = names[start..<min(start + Self.namesPerFile, names.count)]
            let file = Self.file("names-\(start / Self.namesPerFile)") { json in
                json.array { json in
                    for name in part {
                        json.array { json in
                            json.add(name.address)
                            json.add(name.name)
                            json.add(name.kind.rawValue)
                        }
                    }
                }
            }
            take(file)
        }
        return terms.map(\.firstWord)
    }

    /// Words of more than three letters with the first letter moved to the end, sorted. Shorter words are left out, because one
    /// wrong letter makes them unrecognisable.
    private static func rotated(_ terms: [InvertedIndex.Term]) -> [InvertedIndex.Term] {
        let rotated = terms.compactMap { term -> InvertedIndex.Term? in
            // JavaScript moves one UTF-16 unit, which would split a letter of two.
            guard let first = term.word.unicodeScalars.first, first.value < 0x10000,
                term.word.utf16.count > 3
            else { return nil }
            let word = String(term.word.unicodeScalars.dropFirst()) + String(first)
            return InvertedIndex.Term(word: word, documentCount: term.documentCount, postings: [])
        }
        return rotated.sorted { $0.word.precedesInUTF16($1.word) }
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

    /// Makes one file for each text, numbered from 0.
    static func makeFiles(_ name: String, _ parts: [[UInt8]], _ take: (File) -> Void) {
        for (number, text) in parts.enumerated() {
            take(file("\(name)-\(number)") { json in json.add(String(decoding: text, as: UTF8.self)) })
        }
    }

    /// Writes a result, as an array in the order that `search.js` expects.
    private static func result(_ document: SearchDocument, to json: inout JSONWriter) {
        json.array { json in
            json.add(document.address)
            json.add(document.statement)
            json.add(document.title)
            json.array { json in for claimant in document.claimants { json.add(claimant.name) } }
            json.add(document.ruling.name)
            json.add(document.tone)
            json.add(document.published)
            json.add(document.publishedText)
        }
    }

    /// A script file that passes a JSON value to the page.
    static func file(_ name: String, _ write: (inout JSONWriter) -> Void) -> File {
        var json = JSONWriter(after: Array("assaySearch.take(\"\(name)\",".utf8))
        write(&json)
        return File(name: name + ".js", bytes: json.take() + ");\n".utf8)
    }

    /// A hash of the files' names and contents (FNV-1a, 64 bits), as a short name.
    private struct Version {
        private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

        var name: String { String(hash, radix: 36) }

        mutating func add(_ file: File) {
            for byte in file.name.utf8 { add(byte) }
            for byte in file.bytes { add(byte) }
        }

        private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
}
