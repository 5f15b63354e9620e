/// The reason why bytes are no proof of OpenTimestamps.
package enum ProofProblem: Error, Hashable, Sendable {
    /// The bytes begin otherwise than a proof does.
    case notAProof
    /// A version that is not known; with its number.
    case version(Int)
    /// A proof about a hash of another kind than SHA-256.
    case otherHash
    /// The bytes end before the proof does.
    case cutOff
    /// There are bytes after the proof's end.
    case moreBytes
    /// A number or a length beyond the limit.
    case tooLarge
    /// An operation that is not known; with its byte.
    case unknownStep(UInt8)
    /// A witness whose payload does not fit its kind.
    case badWitness
    /// More steps in a row than any real proof has.
    case tooDeep
}

extension ProofProblem: CustomStringConvertible {
    /// The reason, in one sentence without a full stop.
    package var description: String {
        switch self {
        case .notAProof: "it is no proof of OpenTimestamps"
        case .version(let number): "it is a proof of version \(number), and only version 1 is known"
        case .otherHash: "it is a proof about another hash than a SHA-256"
        case .cutOff: "it ends in the middle of the proof"
        case .moreBytes: "more bytes follow the proof's end"
        case .tooLarge: "a length in it is greater than the format allows"
        case .unknownStep(let byte): "it has an operation that is not known (byte \(byte))"
        case .badWitness: "a witness in it is malformed"
        case .tooDeep: "it has more steps in a row than \(ProofTree.depthLimit)"
        }
    }
}

/// A reader of the binary form of OpenTimestamps.
struct ProofReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether all bytes are read.
    var isAtEnd: Bool { place == bytes.count }

    /// The next byte.
    mutating func byte() throws(ProofProblem) -> UInt8 {
        guard place < bytes.count else { throw .cutOff }
        defer { place += 1 }
        return bytes[place]
    }

    /// The next so many bytes.
    mutating func bytes(_ count: Int) throws(ProofProblem) -> [UInt8] {
        guard bytes.count - place >= count else { throw .cutOff }
        defer { place += count }
        return Array(bytes[place..<place + count])
    }

    /// A number: seven bits a byte, the lowest first, and the eighth where more follow.
    mutating func number() throws(ProofProblem) -> Int {
        var value = 0
        for shift in stride(from: 0, to: 49, by: 7) {
            let next = try byte()
            value |= Int(next & 0x7F) << shift
            if next & 0x80 == 0 { return value }
        }
        throw .tooLarge
    }

    /// Bytes after their number.
    mutating func counted(limit: Int) throws(ProofProblem) -> [UInt8] {
        let count = try number()
        guard count <= limit else { throw .tooLarge }
        return try bytes(count)
    }

    /// The tree of a message.
    mutating func tree(of message: [UInt8], depth: Int = 0) throws(ProofProblem) -> ProofTree {
        guard depth < ProofTree.depthLimit else { throw .tooDeep }
        var tree = ProofTree(message)
        var tag = try byte()
        while tag == 0xFF {
            try readBranch(try byte(), into: &tree, depth)
            tag = try byte()
        }
        try readBranch(tag, into: &tree, depth)
        return tree
    }

    private mutating func readBranch(
        _ tag: UInt8,
        into tree: inout ProofTree,
        _ depth: Int
    ) throws(ProofProblem) {
        if tag == 0x00 {
            let kind = try bytes(8)
            let payload = try counted(limit: ProofWitness.payloadLimit)
            guard let witness = ProofWitness(tag: kind, payload: payload) else { throw .badWitness }
            tree.witnesses.insert(witness)
            return
        }
        let step = try step(tag)
        guard let result = step.result(of: tree.message) else { throw .unknownStep(tag) }
        let next = try self.tree(of: result, depth: depth + 1)
        if tree.branches[step] == nil { tree.branches[step] = next } else { tree.branches[step]?.merge(next) }
    }

    private mutating func step(_ tag: UInt8) throws(ProofProblem) -> ProofStep {
        switch tag {
        case 0xF0: .append(try counted(limit: ProofStep.sizeLimit))
        case 0xF1: .prepend(try counted(limit: ProofStep.sizeLimit))
        case 0x08: .sha256
        case 0x02: .sha1
        case 0x03: .ripemd160
        default: throw .unknownStep(tag)
        }
    }
}
