/// The tree of steps from one message to all witnesses (a `Timestamp` of OpenTimestamps).
package struct ProofTree: Hashable, Sendable {
    /// The message that the tree is about.
    package let message: [UInt8]
    /// The witnesses of this very message.
    package internal(set) var witnesses: Set<ProofWitness> = []
    /// The steps from here, each with the tree of what it makes.
    package internal(set) var branches: [ProofStep: ProofTree] = [:]

    /// The deepest tree: real ones have some fifty steps.
    static let depthLimit = 256

    /// A tree without steps.
    package init(_ message: [UInt8]) { self.message = message }

    /// A tree of one step, with what follows it; nil if the step makes another message than that one's.
    package init?(_ message: [UInt8], _ step: ProofStep, _ next: ProofTree) {
        guard step.result(of: message) == next.message else { return nil }
        self.init(message)
        branches[step] = next
    }

    /// All witnesses, each with the message that it stands for, in the order of the file.
    package var ends: [(message: [UInt8], witness: ProofWitness)] {
        witnesses.sorted().map { (message, $0) }
            + branches.sorted { $0.key < $1.key }.flatMap { $0.value.ends }
    }

    /// Adds what another tree of the same message knows.
    package mutating func merge(_ other: ProofTree) {
        guard other.message == message else { return }
        witnesses.formUnion(other.witnesses)
        for (step, tree) in other.branches {
            if branches[step] == nil { branches[step] = tree } else { branches[step]?.merge(tree) }
        }
    }

    /// Adds what is known about a message somewhere in the tree.
    /// - Returns: whether the tree changed.
    package mutating func merge(_ other: ProofTree, at message: [UInt8]) -> Bool {
        var isChanged = false
        if self.message == message {
            let before = self
            merge(other)
            isChanged = self != before
        }
        for step in branches.keys where branches[step]?.merge(other, at: message) ?? false {
            isChanged = true
        }
        return isChanged
    }

    /// Whether a block vouches for the message, by any branch.
    package var hasBlock: Bool {
        ends.contains { if case .bitcoin = $0.witness { true } else { false } }
    }
}
