/// What a proof ends at: a block of Bitcoin, a calendar that has promised one, or something of another kind.
package enum ProofWitness: Hashable, Sendable {
    /// A block, by its height. The message is the root of its Merkle tree.
    case bitcoin(height: Int)
    /// A calendar, by its address, which gives the rest of the proof later.
    case calendar(String)
    /// A witness of another kind, which is kept as it is.
    case other(tag: [UInt8], payload: [UInt8])

    static let bitcoinTag: [UInt8] = [0x05, 0x88, 0x96, 0x0D, 0x73, 0xD7, 0x19, 0x01]
    static let calendarTag: [UInt8] = [0x83, 0xDF, 0xE3, 0x0D, 0x2E, 0xF9, 0x0C, 0x8E]
    /// The longest payload, in bytes.
    static let payloadLimit = 8192
    /// The longest address of a calendar, in bytes.
    static let addressLimit = 1000

    /// The 8 bytes that say what kind of witness it is.
    var tag: [UInt8] {
        switch self {
        case .bitcoin: Self.bitcoinTag
        case .calendar: Self.calendarTag
        case .other(let tag, _): tag
        }
    }

    /// The bytes after the tag and their number.
    var payload: [UInt8] {
        switch self {
        case .bitcoin(let height): ProofWriter.number(height)
        case .calendar(let address): ProofWriter.counted(Array(address.utf8))
        case .other(_, let payload): payload
        }
    }

    /// Reads a witness; nil for a payload that does not fit the tag.
    init?(tag: [UInt8], payload: [UInt8]) {
        var reader = ProofReader(payload)
        switch tag {
        case Self.bitcoinTag:
            guard let height = try? reader.number(), reader.isAtEnd else { return nil }
            self = .bitcoin(height: height)
        case Self.calendarTag:
            guard let bytes = try? reader.counted(limit: Self.addressLimit), reader.isAtEnd,
                bytes.allSatisfy(Self.isAddressByte)
            else { return nil }
            self = .calendar(String(decoding: bytes, as: UTF8.self))
        default: self = .other(tag: tag, payload: payload)
        }
    }

    /// Whether an address of a calendar may have a byte: letters, digits and `.-_/:`, as the format says.
    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "-")...UInt8(ascii: ":"): true
        case UInt8(ascii: "_"): true
        default: false
        }
    }
}

extension ProofWitness: Comparable {
    /// Orders as the files of OpenTimestamps do: by tag, then by what the witness says.
    package static func < (left: ProofWitness, right: ProofWitness) -> Bool {
        if left.tag != right.tag { return left.tag.lexicographicallyPrecedes(right.tag) }
        switch (left, right) {
        case (.bitcoin(let left), .bitcoin(let right)): return left < right
        case (.calendar(let left), .calendar(let right)):
            return left.utf8.lexicographicallyPrecedes(right.utf8)
        default: return left.payload.lexicographicallyPrecedes(right.payload)
        }
    }
}
