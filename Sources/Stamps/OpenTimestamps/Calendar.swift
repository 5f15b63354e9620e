import Digests
import Encodings

/// What a calendar server of OpenTimestamps is asked, and what it answers.
///
///     let submission = CalendarSubmission(of: digest)
///     let answer = try Calendar.tree(of: reply, about: submission.message)   // POST <calendar>/digest
///     let proof = submission.proof([answer])
package enum Calendar {
    /// The media type of answers.
    package static let mediaType = "application/vnd.opentimestamps.v1"
    /// The largest answer, in bytes, as in OpenTimestamps' own client.
    package static let answerLimit = 10_000

    /// The path below a calendar's address that takes a digest.
    package static let submissionPath = "digest"

    /// The path below a calendar's address that gives the rest of a proof.
    package static func path(of message: [UInt8]) -> String { "timestamp/\(Hexadecimal.text(of: message))" }

    /// Reads the answer about a message.
    package static func tree(of answer: [UInt8], about message: [UInt8]) throws(ProofProblem) -> ProofTree {
        guard answer.count <= answerLimit else { throw .tooLarge }
        var reader = ProofReader(answer)
        let tree = try reader.tree(of: message)
        guard reader.isAtEnd else { throw .moreBytes }
        return tree
    }
}

/// A digest on its way to calendars, which see it only hashed with a nonce.
package struct CalendarSubmission: Hashable, Sendable {
    /// What is sent: 32 bytes.
    package let message: [UInt8]
    private let digest: Digest
    private let nonce: [UInt8]

    /// Makes a submission with a nonce of its own.
    package init(of digest: Digest) {
        self.init(of: digest, nonce: (0..<16).map { _ in UInt8.random(in: 0...0xFF) })
    }

    init(of digest: Digest, nonce: [UInt8]) {
        self.digest = digest
        self.nonce = nonce
        let salted = (Hexadecimal.bytes(of: digest.hexadecimal) ?? []) + nonce
        message = ProofStep.sha256.result(of: salted) ?? []
    }

    /// The proof with the answers of calendars.
    package func proof(_ answers: [ProofTree]) -> BlockProof {
        var end = ProofTree(message)
        for answer in answers { end.merge(answer) }
        var proof = BlockProof(of: digest)
        let salted = proof.tree.message + nonce
        if let hashed = ProofTree(salted, .sha256, end),
            let tree = ProofTree(proof.tree.message, .append(nonce), hashed)
        {
            proof.tree = tree
        }
        return proof
    }
}
