import Digests
import Encodings

/// A proof of OpenTimestamps about a file, as its `.ots` file has it.
///
///     let proof = try BlockProof(bytes)
///     proof.digest    // the SHA-256 of the file that it is about
///     proof.blocks    // [height 900000, with the Merkle root that the block must have]
package struct BlockProof: Hashable, Sendable {
    /// The largest file of a proof, in bytes: real ones have some thousands.
    package static let sizeLimit = 256 * 1024

    /// The SHA-256 of the file that the proof is about.
    package let digest: Digest
    /// The steps to the witnesses.
    package internal(set) var tree: ProofTree

    /// The bytes that every such file begins with.
    private static let magic: [UInt8] =
        [0x00] + Array("OpenTimestamps".utf8) + [0x00, 0x00] + Array("Proof".utf8)
        + [0x00, 0xBF, 0x89, 0xE2, 0xE8, 0x84, 0xE8, 0x92, 0x94]
    private static let version = 1

    /// The proof about a file with a digest, without steps.
    package init(of digest: Digest) {
        self.digest = digest
        tree = ProofTree(Hexadecimal.bytes(of: digest.hexadecimal) ?? [])
    }

    /// Reads a file.
    package init(_ bytes: [UInt8]) throws(ProofProblem) {
        guard bytes.count <= Self.sizeLimit else { throw .tooLarge }
        guard bytes.starts(with: Self.magic) else { throw .notAProof }
        var reader = ProofReader(Array(bytes.dropFirst(Self.magic.count)))
        let version = try reader.number()
        guard version == Self.version else { throw .version(version) }
        guard try reader.byte() == ProofStep.sha256.tag else { throw .otherHash }
        let hash = try reader.bytes(32)
        guard let digest = Digest(Hexadecimal.text(of: hash)) else { throw .notAProof }
        self.digest = digest
        tree = try reader.tree(of: hash)
        guard reader.isAtEnd else { throw .moreBytes }
    }

    /// The proof as a file.
    package var bytes: [UInt8] {
        Self.magic + [UInt8(Self.version), ProofStep.sha256.tag] + tree.message
            + ProofWriter.bytes(of: tree)
    }

    /// A block of Bitcoin that has to have a Merkle root.
    package struct Block: Hashable, Sendable, Comparable {
        /// The block's height.
        package let height: Int
        /// The Merkle root as Bitcoin's programs print it: the bytes in reverse, in hexadecimal.
        package let merkleRoot: String

        /// Orders by height.
        package static func < (left: Block, right: Block) -> Bool {
            (left.height, left.merkleRoot) < (right.height, right.merkleRoot)
        }
    }

    /// The blocks that vouch for the file, the earliest first.
    package var blocks: [Block] {
        tree.ends.compactMap { end in
            guard case .bitcoin(let height) = end.witness, end.message.count == 32 else { return nil }
            return Block(height: height, merkleRoot: Hexadecimal.text(of: end.message.reversed()))
        }.sorted()
    }

    /// The calendars that have promised a block and whose message no block vouches for yet, each with that message.
    package var pending: [(calendar: String, message: [UInt8])] { Self.pending(in: tree) }

    private static func pending(in tree: ProofTree) -> [(calendar: String, message: [UInt8])] {
        let own = tree.witnesses.sorted().compactMap { witness -> (calendar: String, message: [UInt8])? in
            guard case .calendar(let address) = witness else { return nil }
            return (address, tree.message)
        }
        let isKept = tree.branches.values.contains(where: \.hasBlock)
        return (isKept ? [] : own)
            + tree.branches.sorted { $0.key < $1.key }.flatMap { pending(in: $0.value) }
    }

    /// Adds what a calendar answered about a message of the proof.
    /// - Returns: whether the proof changed.
    package mutating func add(_ answer: ProofTree, at message: [UInt8]) -> Bool {
        tree.merge(answer, at: message)
    }
}
