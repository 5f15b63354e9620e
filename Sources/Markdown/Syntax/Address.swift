import Encodings

/// The kind of a link's or image's address. Its scheme is found as browsers find it (WHATWG URL Standard,
/// section 4.4).
enum Address {
    /// An address without a scheme, or with one that is safe.
    case safe
    /// A record of the newsroom, as in `claim:some-id#fragment`.
    case record(kind: String, id: String, fragment: String?)
    /// A scheme that is not on the list, `javascript:` for one, or a host without a scheme.
    case unsafe

    /// The words before the colon of an address that names a record.
    static let recordKinds: Set<String> = [
        "claim", "source", "article", "profile", "page", "verdict", mediaScheme,
    ]
    /// The word before the colon of an address that names a medium.
    private static let mediaScheme = "media"
    private static let linkSchemes: Set<String> = ["http", "https", "mailto"]
    private static let imageSchemes: Set<String> = ["http", "https"]

    /// Reads the address of a link.
    init(ofLink address: [UInt8], readsRecordLinks: Bool) {
        if Self.namesHost(address) {
            self = .unsafe
            return
        }
        guard let colon = Self.schemeEnd(in: address) else {
            self = .safe
            return
        }
        let scheme = Self.scheme(address[..<colon])
        if Self.linkSchemes.contains(scheme) {
            self = .safe
        } else if readsRecordLinks, Self.recordKinds.contains(scheme) {
            self = Self.record(scheme, address[(colon + 1)...])
        } else {
            self = .unsafe
        }
    }

    /// Reads the address of an image, which is a medium or a file, and never another record or mail.
    init(ofImage address: [UInt8], readsRecordLinks: Bool) {
        if Self.namesHost(address) {
            self = .unsafe
            return
        }
        guard let colon = Self.schemeEnd(in: address) else {
            self = .safe
            return
        }
        let scheme = Self.scheme(address[..<colon])
        if readsRecordLinks, scheme == Self.mediaScheme {
            self = Self.record(scheme, address[(colon + 1)...])
        } else {
            self = Self.imageSchemes.contains(scheme) ? .safe : .unsafe
        }
    }

    private static func record(_ scheme: String, _ rest: ArraySlice<UInt8>) -> Address {
        let hash = rest.firstIndex(of: .hash)
        return .record(
            kind: scheme == mediaScheme ? "medium" : scheme,
            id: percentDecoded(rest[..<(hash ?? rest.endIndex)]),
            fragment: hash.map { percentDecoded(rest[($0 + 1)...]) }
        )
    }

    /// Whether an address begins with `//`: it looks like a path, and leads to another host.
    private static func namesHost(_ address: [UInt8]) -> Bool { address.starts(with: "//".utf8) }

    /// The colon after the scheme; nil when the address is relative. Anything before a colon counts as a
    /// scheme, well formed or not, because a browser may read it as one.
    private static func schemeEnd(in address: [UInt8]) -> Int? {
        let end = address.firstIndex { byte in
            byte == .colon || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == .hash
        }
        return end.flatMap { address[$0] == .colon ? $0 : nil }
    }

    private static func scheme(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: PercentEncoding.decodedLeniently(bytes), as: UTF8.self)
    }
}
