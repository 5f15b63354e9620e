/// The first flaw in HTML, or nil: an element that is not closed where it was opened, an attribute without quotes,
/// or a bare `<`.
func flaw(in html: some Collection<UInt8>) -> String? {
    let bytes = Array(html)
    var open: [String] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: ">") { return "a > stands alone at \(index)" }
        guard bytes[index] == UInt8(ascii: "<") else {
            index += 1
            continue
        }
        var end = index + 1
        var isQuoted = false
        while end < bytes.count, isQuoted || bytes[end] != UInt8(ascii: ">") {
            if bytes[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if bytes[end] == UInt8(ascii: "<") { return "a < stands in a tag at \(end)" }
            end += 1
        }
        guard end < bytes.count else { return "a tag has no end at \(index)" }
        let tag = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        let name = tag.prefix { $0 != " " }
        if tag.hasPrefix("/") {
            guard open.popLast() == String(name.dropFirst()) else {
                return "<\(tag)> closes nothing at \(index)"
            }
        } else if !tag.hasSuffix("/") {
            open.append(String(name))
        }
        index = end + 1
    }
    return open.isEmpty ? nil : "open at the end: \(open.suffix(5))"
}
