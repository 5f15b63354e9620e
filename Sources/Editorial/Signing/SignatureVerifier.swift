import Digests
import Files
import Newsroom

/// A verifier of journals' signatures, which skips those in its cache.
struct SignatureVerifier: Sendable {
    /// The keys; nil if there is no file of keys.
    let signers: AllowedSigners?
    /// The policy for signatures.
    let policy: PolicySettings.Signatures
    let memory: SignatureMemory

    /// Verifies all signatures, in parallel. The results are in the order of the journals.
    func verify(_ journals: [Journal]) async -> [JournalSignatures] {
        guard let signers else {
            return journals.map { journal in
                JournalSignatures(
                    journal.lines.map {
                        $0.signature == nil
                            ? .none : .strangeKey("there are no keys to verify the signature with")
                    },
                    policy
                )
            }
        }
        let names = await journals.concurrentMap { journal in
            journal.lines.indices.map { index in
                journal.lines[index].signature == nil
                    ? nil : SignatureMemory.name(of: journal.file.bytes[journal.ranges[index]], signers)
            }
        }
        let known = memory.known(names.flatMap { $0.compactMap(\.self) })
        let places = journals.indices.map { $0 }
        var outcomes = await places.concurrentMap { place in
            journals[place].lines.indices.map { index -> LineSignature? in
                guard let name = names[place][index] else { return LineSignature.none }
                return known.contains(name) ? .verified : Self.outcome(journals[place].lines[index], signers)
            }
        }
        await askSSHKeygen(journals, signers, &outcomes)
        let verified = zip(names, outcomes).flatMap { names, outcomes in
            zip(names, outcomes).compactMap { name, outcome in outcome == .verified ? name : nil }
        }
        memory.keep(verified.filter { !known.contains($0) })
        return outcomes.map { JournalSignatures($0.map { $0 ?? .none }, policy) }
    }

    /// The result without `ssh-keygen`; nil if only that can tell.
    private static func outcome(_ line: JournalLine, _ signers: AllowedSigners) -> LineSignature? {
        guard let text = line.signature else { return LineSignature.none }
        guard let signature = SSHSignature(armoured: text) else {
            return .invalid("what stands for a signature is none")
        }
        return signers.outcome(signature, of: line.signedBytes, by: line.author, at: line.time)
    }

    /// Runs `ssh-keygen` for the remaining lines, one process for each core.
    private func askSSHKeygen(
        _ journals: [Journal],
        _ signers: AllowedSigners,
        _ outcomes: inout [[LineSignature?]]
    ) async {
        var open = outcomes.indices.flatMap { place in
            outcomes[place].indices.filter { outcomes[place][$0] == nil }.map { (place, $0) }
        }[...]
        guard !open.isEmpty else { return }
        await withTaskGroup(of: (Int, Int, LineSignature).self) { group in
            func ask() {
                guard let (place, index) = open.popFirst() else { return }
                let line = journals[place].lines[index]
                group.addTask { (place, index, await Self.ask(line, signers)) }
            }
            for _ in 0..<Workers.count { ask() }
            for await (place, index, outcome) in group {
                outcomes[place][index] = outcome
                ask()
            }
        }
    }

    private static func ask(_ line: JournalLine, _ signers: AllowedSigners) async -> LineSignature {
        await SSHKeygen.verify(
            line.signature ?? "",
            of: line.signedBytes,
            by: line.author,
            at: line.time,
            signers
        )
    }

    /// Verifies one line's signature.
    static func verify(_ line: JournalLine, _ signers: AllowedSigners) async -> LineSignature {
        if let outcome = outcome(line, signers) { return outcome }
        return await ask(line, signers)
    }
}
