import Diagnostics

/// The files of the search index: scripts that a page loads as it needs them, so that search works from a disk too.
///
/// - `manifest.js`: how many claims there are, and with which word each of the next files begins;
/// - `terms-N.js`: a part of the sorted words, and of the beginnings of many words, with the claims of each (`SearchTerms`);
/// - `words-N.js`: a part of the sorted words alone, for a word that is not there as it was typed;
/// - `tails-N.js`: the same with each word's first letter at its end, sorted so, for a word with a wrong first letter;
/// - `claims-N.js`: a few claims as results show them;
/// - `name-terms-N.js`, `names-N.js`: the same for people, sources and articles, which are found by their names;
/// - `rulings.js`, `topics.js`, `claimants.js`: what can be filtered by, most claims first;
/// - `rulings-N.js` and so on: for a part of these the claims of each.
///
/// The page loads the manifest. A search then loads two times: the files of the words that were typed, all at once, and the claims that
/// it shows. Only for a word that no claim has, as it was typed, words like it are looked for between the two. A filter's choices are loaded
/// when a reader turns to it.
package struct SearchFiles: Sendable {
    /// One file.
    package struct File: Sendable, Hashable {
        /// The name.
        package let name: String
        /// The script.
        package let bytes: [UInt8]
    }

    let documents: [SearchDocument]
    /// What else can be found.
    private let names: [SearchName]

    /// How large a file of words, or of claims of choices, may become.
    static let partSize = SearchTerms.partSize
    /// How many claims are in one file of results.
    private static let claimsPerFile = 4
    /// How many names of people, sources and articles are in one file.
    private static let namesPerFile = 8

    /// The index of claims, oldest verdict first: a new one then leaves most files as they are.
    package init(_ documents: [SearchDocument], names: [SearchName] = []) {
        self.documents = documents
        self.names = names
    }

    /// All files at once, for small sites.
    package var files: [File] {
        var files: [File] = []
        makeFiles { files.append($0) }
        return files
    }

    /// Makes one file after the other, the manifest last.
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
                // Part of every other file's address, so that a browser never mixes the files of two editions.
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

    /// Makes the files of claims as results show them.
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

    /// Makes a file of each text.
    static func makeFiles(_ name: String, _ parts: [[UInt8]], _ take: (File) -> Void) {
        for (number, text) in parts.enumerated() {
            take(file("\(name)-\(number)") { json in json.add(String(decoding: text, as: UTF8.self)) })
        }
    }

    /// What a result shows, in the order in which `search.js` reads it.
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

    /// Makes a script that hands a value to the page.
    static func file(_ name: String, _ write: (inout JSONWriter) -> Void) -> File {
        var json = JSONWriter(after: Array("assaySearch.take(\"\(name)\",".utf8))
        write(&json)
        return File(name: name + ".js", bytes: json.take() + ");\n".utf8)
    }

    /// A short name of the content of some files (FNV-1a, 64 bits): equal content, equal name.
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
