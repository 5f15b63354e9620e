#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An IP address, as the 4 or 16 bytes that a connection is made to.
package struct IPAddress: Hashable, Sendable {
    /// The bytes in network order: 4 of IPv4, 16 of IPv6.
    package let bytes: [UInt8]

    /// Makes an address of its bytes; nil unless there are 4 or 16.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Parses an address as typed, without brackets; nil for a name.
    package init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.bytes = Array(bytes.prefix(4))
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.bytes = bytes
        } else {
            return nil
        }
    }
}

extension IPAddress: CustomStringConvertible {
    /// The canonical text (RFC 5952).
    package var description: String {
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        var text = [CChar](repeating: 0, count: 64)
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension IPAddress {
    /// The name of the range that keeps the address off the public internet; nil for a public address.
    ///
    /// The ranges are those of the IANA's registries of special-purpose addresses. IPv6 addresses that carry an IPv4
    /// address (mapped, compatible, NAT64, 6to4) are judged by it.
    package var privateRange: String? {
        bytes.count == 4 ? Self.rangeOfFour(bytes) : Self.rangeOfSix(bytes)
    }

    private static let rangesOfFour: [(network: [UInt8], length: Int, name: String)] = [
        ([0, 0, 0, 0], 8, "this network"),
        ([10, 0, 0, 0], 8, "private"),
        ([100, 64, 0, 0], 10, "shared by a provider's customers"),
        ([127, 0, 0, 0], 8, "this computer"),
        ([169, 254, 0, 0], 16, "link-local"),
        ([172, 16, 0, 0], 12, "private"),
        ([192, 0, 0, 0], 24, "reserved"),
        ([192, 0, 2, 0], 24, "for documentation"),
        ([192, 88, 99, 0], 24, "reserved"),
        ([192, 168, 0, 0], 16, "private"),
        ([198, 18, 0, 0], 15, "for measurements"),
        ([198, 51, 100, 0], 24, "for documentation"),
        ([203, 0, 113, 0], 24, "for documentation"),
        ([224, 0, 0, 0], 4, "multicast"),
        ([240, 0, 0, 0], 4, "reserved"),
    ]

    private static let rangesOfSix: [(network: [UInt8], length: Int, name: String)] = [
        ([0x01, 0x00, 0, 0, 0, 0, 0, 0], 64, "discarded"),
        ([0x20, 0x01, 0x00], 23, "reserved"),
        ([0x20, 0x01, 0x0D, 0xB8], 32, "for documentation"),
        ([0x3F, 0xFF, 0x00], 20, "for documentation"),
        ([0x5F, 0x00], 16, "reserved"),
        ([0xFC], 7, "private"),
        ([0xFE, 0x80], 10, "link-local"),
        ([0xFE, 0xC0], 10, "site-local"),
        ([0xFF], 8, "multicast"),
    ]

    private static func rangeOfFour(_ bytes: [UInt8]) -> String? {
        rangesOfFour.first { bytes.begin(with: $0.network, bits: $0.length) }?.name
    }

    private static func rangeOfSix(_ bytes: [UInt8]) -> String? {
        if bytes.allSatisfy({ $0 == 0 }) { return "this network" }
        if bytes.dropLast().allSatisfy({ $0 == 0 }), bytes.last == 1 { return "this computer" }
        if let four = fourInside(bytes) { return rangeOfFour(four) }
        return rangesOfSix.first { bytes.begin(with: $0.network, bits: $0.length) }?.name
    }

    /// The IPv4 address in an IPv6 one; nil if it carries none.
    private static func fourInside(_ bytes: [UInt8]) -> [UInt8]? {
        let zeros = bytes.prefix(10).allSatisfy { $0 == 0 }
        if zeros, bytes[10] == bytes[11], bytes[10] == 0xFF || bytes[10] == 0 {
            return Array(bytes.suffix(4))
        }
        // `::ffff:0:a.b.c.d`, of SIIT.
        if bytes.prefix(8).allSatisfy({ $0 == 0 }), Array(bytes[8..<12]) == [0xFF, 0xFF, 0, 0] {
            return Array(bytes.suffix(4))
        }
        if bytes.begin(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96) {
            return Array(bytes.suffix(4))
        }
        // A local NAT64 prefix leads into somebody's own network, whatever it carries.
        if bytes.begin(with: [0, 0x64, 0xFF, 0x9B, 0, 1], bits: 48) { return [10, 0, 0, 0] }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return Array(bytes[2..<6]) }
        return nil
    }
}

extension [UInt8] {
    /// Whether the first bits are those of a network.
    fileprivate func begin(with network: [UInt8], bits: Int) -> Bool {
        for index in 0..<bits where index / 8 < count {
            let mask = UInt8(0x80) >> UInt8(index % 8)
            let wanted = index / 8 < network.count ? network[index / 8] : 0
            if self[index / 8] & mask != wanted & mask { return false }
        }
        return true
    }
}
