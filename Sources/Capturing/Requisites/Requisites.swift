import Captures
import Fetching

/// What a page needs to look as it did: style sheets, pictures, scripts, frames.
struct Requisites {
    /// The addresses, each once, in the order of the page.
    private(set) var addresses: [FetchAddress] = []
    private var known: Set<FetchAddress>

    /// Nothing yet, for a page with an address, which is no part of itself.
    init(of page: FetchAddress) { known = [page] }

    /// Adds the parts of a page.
    /// - Parameter page: the page in UTF-8.
    mutating func add(page: [UInt8], at address: FetchAddress) {
        var base = address
        var hasBase = false
        var reader = HTMLReader(page)
        while let token = reader.next() {
            guard case .start(let tag) = token else { continue }
            if tag.name == "base", !hasBase, let href = tag["href"], let found = try? address.resolving(href)
            {
                base = found
                hasBase = true
            }
            for reference in Self.references(of: tag) { add(reference, from: base) }
            if let style = tag["style"] { add(style: Array(style.utf8), at: base) }
            switch tag.name {
            case "style": add(style: Array(reader.raw(until: "style")), at: base)
            case "script", "title", "textarea", "noembed", "noframes", "iframe", "xmp":
                _ = reader.raw(until: tag.name)
            default: break
            }
        }
    }

    /// Adds the parts of a style sheet.
    mutating func add(style: [UInt8], at address: FetchAddress) {
        for reference in StyleReferences.all(in: style) { add(reference, from: address) }
    }

    private mutating func add(_ reference: String, from base: FetchAddress) {
        // `data:` is in the page already; other schemes are nothing to fetch.
        guard !reference.allSatisfy(\.isWhitespace), let address = try? base.resolving(reference),
            known.insert(address).inserted
        else { return }
        addresses.append(address)
    }

    private static func references(of tag: HTMLReader.Tag) -> [String] {
        func all(_ names: String...) -> [String] { names.compactMap { tag[$0] } }
        switch tag.name {
        case "link":
            let relations = (tag["rel"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
            let isNeeded = relations.contains {
                $0 == "stylesheet" || $0 == "icon" || $0.hasPrefix("apple-touch-icon")
            }
            return isNeeded ? all("href") : []
        case "img": return all("src") + candidates(tag["srcset"])
        case "source": return candidates(tag["srcset"])
        case "script", "iframe", "frame": return all("src")
        case "video": return all("poster")
        case "input": return tag["type"]?.lowercased() == "image" ? all("src") : []
        case "image": return all("href", "xlink:href")
        case "body", "table", "td", "th": return all("background")
        default: return []
        }
    }

    /// The addresses of a `srcset` (HTML Standard, section 4.8.4.4.4).
    static func candidates(_ srcset: String?) -> [String] {
        var rest = Array((srcset ?? "").utf8)[...]
        var found: [String] = []
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
            let address = rest.prefix { $0 > 0x20 }
            guard !address.isEmpty else { return found }
            rest = rest.dropFirst(address.count)
            let commas = address.reversed().prefix { $0 == UInt8(ascii: ",") }.count
            found.append(String(decoding: address.dropLast(commas), as: UTF8.self))
            if commas == 0 { passDescriptors(&rest) }
        }
    }

    private static func passDescriptors(_ rest: inout ArraySlice<UInt8>) {
        var isInParentheses = false
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "(") { isInParentheses = true }
            if byte == UInt8(ascii: ")") { isInParentheses = false }
            if byte == UInt8(ascii: ","), !isInParentheses { return }
        }
    }
}
