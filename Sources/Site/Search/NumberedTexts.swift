import Matching

/// The documents' texts with a number for each word. Numbers are compared and counted many times faster than strings, and
/// take a tenth of the memory.
struct NumberedTexts: Sendable {
    /// The words, by number.
    private(set) var words: [String] = []
    /// The words of all fields of all documents, one after the other.
    private var numbers: [UInt32] = []
    /// The end of each field of each document in `numbers`.
    private var ends: [UInt32] = []
    private var numbersByWord: [String: UInt32] = [:]
    /// A cache of split names, because names stand in many documents.
    private var numbersByName: [String: [UInt32]] = [:]

    init(_ documents: [SearchDocument]) {
        ends.reserveCapacity(documents.count * SearchField.allCases.count)
        for document in documents {
            for field in SearchField.allCases {
                add(field, of: document)
                ends.append(UInt32(numbers.count))
            }
        }
        (numbersByWord, numbersByName) = ([:], [:])
    }

    /// The number of documents.
    var documentCount: Int { ends.count / SearchField.allCases.count }

    /// The numbers of the words in one field of a document.
    func words(of field: SearchField, in document: Int) -> ArraySlice<UInt32> {
        let place = document * SearchField.allCases.count + field.rawValue
        return numbers[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }

    private mutating func add(_ field: SearchField, of document: SearchDocument) {
        switch field {
        case .statement: add(document.statement)
        case .title: add(document.title)
        case .summary: add(document.summary)
        case .claimants: for claimant in document.claimants { add(name: claimant.name) }
        case .topics: for topic in document.topics { add(name: topic.name, id: topic.id) }
        case .ruling: add(name: document.ruling.name)
        case .documents: for title in document.documents { add(name: title) }
        case .passages: for passage in document.passages { add(passage) }
        }
    }

    /// Adds the words of a topic: those of its name, those of its id if they differ, and a name of two or three words as one
    /// word, which readers type as well: "cybersecurity".
    private mutating func add(name: String, id: String) {
        let words = Folding.words(name)
        add(name: name)
        let others = Folding.words(id)
        if others != words { add(name: id) }
        if (2...3).contains(words.count) { add(name: words.joined()) }
    }

    private mutating func add(name: String) {
        if let known = numbersByName[name] {
            numbers += known
            return
        }
        let start = numbers.count
        add(name)
        numbersByName[name] = Array(numbers[start...])
    }

    private mutating func add(_ text: String) {
        for word in Folding.indexedWords(text) {
            if let number = numbersByWord[word] {
                numbers.append(number)
            } else {
                let number = UInt32(words.count)
                numbersByWord[word] = number
                words.append(word)
                numbers.append(number)
            }
        }
    }
}
