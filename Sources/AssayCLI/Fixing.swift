import ArgumentParser
import Assay
import Diagnostics
import Files

/// The part of `assay check` that changes files, or shows how they would change.
struct Fixing {
    let isDiff: Bool
    let includesUnsafe: Bool

    /// Applies the fixes, and says which.
    /// - Returns: what is left.
    func apply(_ request: Request, _ scope: CheckScope, _ console: Console) async throws -> Report {
        let run = try await run(request, scope, console)
        do throws(EditProblem) { try run.files.write() } catch {
            throw CommandFailure("nothing was fixed: \(error)")
        }
        for applied in run.applied {
            let place = applied.finding.span.map { "\($0.file):\($0.line): " } ?? ""
            console.say("fixed \(place)\(applied.finding.rule): \(applied.fix.title)")
        }
        if !run.applied.isEmpty {
            console.say(
                "\(count(run.applied.count, "fix", "fixes")) in \(count(run.files.changedCount, "file", "files"))"
            )
        }
        return run.report
    }

    /// Prints the difference, and exits with 1 if there is one.
    func show(_ request: Request, _ scope: CheckScope, _ console: Console) async throws {
        let run = try await run(request, scope, console)
        console.show { style in run.files.difference(style) }
        console.say(
            run.applied.isEmpty
                ? "nothing to fix"
                : "\(count(run.applied.count, "fix", "fixes")) possible; nothing was written"
        )
        if !run.files.isUnchanged { throw ExitCode.failure }
    }

    private func run(_ request: Request, _ scope: CheckScope, _ console: Console) async throws -> FixRun {
        do throws(EditProblem) {
            let run = try await FixRun(request, includesUnsafe: includesUnsafe) { scope.concerns($0) }
            if run.isUnfinished { console.say("some fixes undo each other: look at what is left") }
            return run
        } catch {
            throw CommandFailure("nothing was fixed: \(error)")
        }
    }

    /// The line that says how many findings a program could mend; nil if it could mend none.
    static func offer(for findings: [Diagnostic], isFixed: Bool, includesUnsafe: Bool) -> String? {
        let safe = isFixed ? 0 : findings.count { $0.fixes.contains(where: \.isSafe) }
        let others = findings.count { finding in
            !finding.fixes.contains(where: \.isSafe) && finding.fixes.contains { $0.safety == .unsafe }
        }
        let isOffered = others > 0 && !includesUnsafe
        let look = "that somebody has to look at"
        if safe > 0 {
            return "`assay check --fix` mends \(safe) of them"
                + (isOffered ? ", `--fix --unsafe` \(others) more \(look)" : "")
        }
        return isOffered ? "`assay check --fix --unsafe` mends \(others) of them \(look)" : nil
    }
}

/// A number with its noun: `1 file`, `3 files`.
private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
}
