import Captures
import Digests
import Files
import Stamps

/// What is stamped together: the captures that were never stamped, and the heads of all journals.
///
///     let stamping = Stamping(lock, heads, after: stamps, at: time)
///     guard stamping.isNeeded else { return }
///     let outcome = await stamping.ask(authorities, calendars: [], through: service, roots, system)
///     try outcome.write(into: folder)
package struct Stamping: Sendable {
    /// The name: the time of stamping, as the newsroom's clock has it.
    package let name: String
    /// The newsroom's time of stamping.
    package let time: JournalTime
    /// The captures that are stamped.
    package let captures: [Capture]
    /// The heads of all journals.
    package let heads: JournalHeads
    private let hasNewHeads: Bool

    /// Puts together what is to be stamped.
    /// - Parameters:
    ///   - records: the records whose captures are stamped; nil for all.
    ///   - known: the stampings that there are.
    package init(
        _ lock: CaptureLock,
        _ heads: JournalHeads,
        of records: Set<CapturedRecord>? = nil,
        after known: VerifiedStamps,
        at time: JournalTime
    ) {
        captures = lock.captures.filter { capture in
            (records?.contains(capture.source) ?? true) && !known.isStamped(capture.file, capture.sha256)
        }
        self.heads = heads
        let last = known.manifests.last { !$0.stamps.isEmpty }?.files.heads
        hasNewHeads = !heads.journals.isEmpty && last?.bytes != heads.bytes
        self.time = time
        name = String(time.description.filter { $0 != "-" && $0 != ":" })
    }

    /// Whether there is anything that was not stamped before.
    package var isNeeded: Bool { !captures.isEmpty || hasNewHeads }

    /// The list of files, which is what is stamped.
    package var list: [UInt8] {
        StampedManifest.list(
            captures.map { ($0.file, $0.sha256) }
                + (heads.journals.isEmpty ? [] : [(headsPath, Digest(of: heads.bytes))])
        )
    }

    /// The path of the list.
    package var listPath: String { StampedManifest.path(of: name, StampedManifest.Ending.list) }

    private var headsPath: String { StampedManifest.path(of: name, StampedManifest.Ending.heads) }

    /// Asks authorities and calendars, all at once, and verifies every answer.
    /// - Parameters:
    ///   - roots: the certificates beside the stampings.
    ///   - system: the roots that the computer trusts; the one that vouches is kept beside the stamps.
    package func ask(
        _ authorities: [String],
        calendars: [String],
        through service: StampService,
        _ roots: StampRoots,
        _ system: StampRoots
    ) async -> StampOutcome {
        let digest = Digest(of: list)
        async let proof = Self.proof(of: digest, from: calendars, through: service)
        let replies = await withTaskGroup(of: (Int, StampOutcome.Reply).self) { group in
            for (place, address) in authorities.enumerated() {
                group.addTask {
                    (place, await Self.reply(of: address, about: digest, through: service, roots, system))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        return StampOutcome(
            stamping: self,
            replies: replies.sorted { $0.0 < $1.0 }.map(\.1),
            calendars: await proof,
            knownRoots: roots
        )
    }

    private static func reply(
        of address: String,
        about digest: Digest,
        through service: StampService,
        _ roots: StampRoots,
        _ system: StampRoots
    ) async -> StampOutcome.Reply {
        let query = TimeStampQuery(of: digest)
        do {
            let bytes = try await service.body(of: StampService.question(query, to: address))
            let reply = try TimeStampReply(bytes)
            try reply.requireAnswer(to: query)
            let voucher = try reply.vouching(from: roots.adding(system))
            return .init(address: address, result: .success(.init(reply: reply, voucher: voucher)))
        } catch let failure as StampService.Failure {
            return .init(address: address, result: .failure(failure))
        } catch let problem as TimeStampProblem {
            if case .refused = problem {
                return .init(address: address, result: .failure(.init("\(problem)")))
            }
            return .init(address: address, result: .failure(.init("its answer proves nothing: \(problem)")))
        } catch {
            return .init(address: address, result: .failure(.init("its answer proves nothing: \(error)")))
        }
    }

    private static func proof(
        of digest: Digest,
        from calendars: [String],
        through service: StampService
    ) async -> StampOutcome.Calendars {
        guard !calendars.isEmpty else { return .init(proof: nil, answered: [], failures: []) }
        let submission = CalendarSubmission(of: digest)
        let answers = await withTaskGroup(of: (Int, Result<ProofTree, StampService.Failure>).self) { group in
            for (place, address) in calendars.enumerated() {
                group.addTask { (place, await answer(of: address, to: submission, through: service)) }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }
        }
        let trees = answers.compactMap { try? $0.1.get() }
        return .init(
            proof: trees.isEmpty ? nil : submission.proof(trees),
            answered: answers.filter { (try? $0.1.get()) != nil }.map { calendars[$0.0] },
            failures: answers.compactMap { place, result in
                if case .failure(let failure) = result { (calendars[place], failure.reason) } else { nil }
            }
        )
    }

    private static func answer(
        of address: String,
        to submission: CalendarSubmission,
        through service: StampService
    ) async -> Result<ProofTree, StampService.Failure> {
        do {
            let bytes = try await service.body(of: StampService.question(submission, to: address))
            return .success(try Calendar.tree(of: bytes, about: submission.message))
        } catch let failure as StampService.Failure {
            return .failure(failure)
        } catch {
            return .failure(.init("its answer cannot be used: \(error)"))
        }
    }
}
