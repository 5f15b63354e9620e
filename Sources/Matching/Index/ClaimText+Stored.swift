/// The form of a claim's texts in an index: each with the count of its bytes before it, lists with the count of their elements.
extension ClaimText {
    var stored: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ number: Int) { withUnsafeBytes(of: UInt32(number).littleEndian) { bytes += $0 } }
        func add(_ text: String) {
            add(text.utf8.count)
            bytes += Array(text.utf8)
        }
        for text in [id, statement, title, summary] { add(text) }
        for list in [quotes, names, notes] {
            add(list.count)
            for text in list { add(text) }
        }
        return bytes
    }

    /// Reads the form. Bytes of another form give empty texts and no trap.
    init(stored bytes: ArraySlice<UInt8>) {
        var rest = bytes
        func number() -> Int {
            guard rest.count >= 4 else { return 0 }
            let number = rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            rest = rest.dropFirst(4)
            return Int(number)
        }
        func text() -> String {
            let count = number()
            let text = rest.prefix(count)
            rest = rest.dropFirst(text.count)
            return String(decoding: text, as: UTF8.self)
        }
        func list() -> [String] {
            let count = min(number(), rest.count / 4)
            return (0..<count).map { _ in text() }
        }
        id = text()
        statement = text()
        title = text()
        summary = text()
        quotes = list()
        names = list()
        notes = list()
    }
}
