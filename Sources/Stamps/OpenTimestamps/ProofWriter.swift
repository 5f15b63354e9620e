/// The binary form of OpenTimestamps, in the order in which its own programs write it.
enum ProofWriter {
    /// A number: seven bits a byte, the lowest first, and the eighth where more follow.
    static func number(_ value: Int) -> [UInt8] {
        var rest = UInt(max(0, value))
        var bytes: [UInt8] = []
        repeat {
            let next = UInt8(truncatingIfNeeded: rest & 0x7F)
            rest >>= 7
            bytes.append(rest == 0 ? next : next | 0x80)
        } while rest > 0
        return bytes
    }

    /// Bytes after their number.
    static func counted(_ bytes: [UInt8]) -> [UInt8] { number(bytes.count) + bytes }

    /// A tree: each branch but the last after 0xFF, the witnesses first.
    static func bytes(of tree: ProofTree) -> [UInt8] {
        let witnesses = tree.witnesses.sorted().map { [0x00] + $0.tag + counted($0.payload) }
        let branches = tree.branches.sorted { $0.key < $1.key }.map { step, next in
            [step.tag] + (step.argument.map(counted) ?? []) + bytes(of: next)
        }
        let all = witnesses + branches
        return all.dropLast().flatMap { [0xFF] + $0 } + (all.last ?? [])
    }
}
