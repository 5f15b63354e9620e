import Foundation
import TestSupport
import Testing

/// The program `strace`, which records system calls.
private enum Strace {
    static let isThere: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
        process.arguments = ["-f", "-o", "/dev/null", "/bin/true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

/// The order in which the desk's commands write to the disk: recorded by `strace`, with and without injected
/// failures.
@Suite(
    "What the desk writes is on the disk",
    .enabled(if: Strace.isThere, "strace is not installed, or may not trace here")
)
struct DeskDurabilityTests {
    /// A system call that changes the disk, with its path.
    private struct Call {
        let name: String
        let line: String
        func isOn(_ path: String) -> Bool { line.contains(path) }
    }

    private func calls(of command: String, at desk: CommandDesk) throws -> [Call] {
        let outcome = try desk.shell(
            "strace -f -y -qq -s 16 -o ../trace -e trace=fsync,fdatasync,write,pwrite64,rename,renameat,renameat2 \"$ASSAY\" \(command)"
        )
        try #require(outcome.status == 0, "\(command): \(outcome.errors)")
        return (desk.folder.text("trace") ?? "").split(separator: "\n").compactMap { line in
            guard let name = line.split(separator: " ").dropFirst().first?.split(separator: "(").first else {
                return nil
            }
            return Call(name: String(name), line: String(line))
        }
    }

    private func place(_ calls: [Call], _ what: String, where isWanted: (Call) -> Bool) throws -> Int {
        let place = calls.firstIndex(where: isWanted)
        return try #require(place, "\(what) is missing: \(calls.map(\.line).joined(separator: "\n"))")
    }

    @Test(
        "a version and its name are on the disk before the line that names it is written; and so is the line's folder"
    )
    func versionFirst() throws {
        let desk = try CommandDesk()
        let calls = try calls(of: "submit \(desk.claim)", at: desk)
        let versions = "content/versions/\(desk.claim)"
        let written = try place(calls, "the version") { $0.name == "write" && $0.isOn(versions) }
        let synced = try place(calls, "fsync of the version") {
            $0.name == "fsync" && $0.isOn(".json.assay-tmp>")
        }
        let renamed = try place(calls, "the rename") { $0.name.hasPrefix("rename") && $0.isOn(versions) }
        let named = try place(calls, "fsync of the folder") { $0.name == "fsync" && $0.isOn("\(versions)>") }
        let line = try place(calls, "the line") { $0.name == "write" && $0.isOn("\(desk.claim).jsonl>") }
        let lineSynced = try place(calls, "fsync of the journal") {
            $0.name == "fsync" && $0.isOn("\(desk.claim).jsonl>")
        }
        let folderSynced = try place(calls, "fsync of the journals") {
            $0.name == "fsync" && $0.isOn("content/journal>")
        }
        #expect(
            written < synced && synced < renamed && renamed < named && named < line,
            "\(calls.map(\.line))"
        )
        #expect(line < lineSynced && lineSynced < folderSynced)
        // The names of new folders are on the disk too.
        for folder in ["content", "content/versions"] {
            #expect(try place(calls, folder) { $0.name == "fsync" && $0.isOn("/room/\(folder)>") } < line)
        }
    }

    @Test("a version that is there already is on the disk before a second line names it")
    func versionAgain() throws {
        let desk = try CommandDesk()
        try desk.done("submit", desk.claim)
        let calls = try calls(
            of: "review \(desk.claim) --as example-reviewer --request-changes 'Who?'",
            at: desk
        )
        let synced = try place(calls, "fsync of the version") { $0.name == "fsync" && $0.isOn(".json>") }
        let line = try place(calls, "the line") { $0.name == "write" && $0.isOn("\(desk.claim).jsonl>") }
        #expect(synced < line)
    }

    @Test("a mended journal is on the disk before it has its name, and its name is afterwards")
    func rebase() throws {
        let desk = try CommandDesk()
        try desk.done("submit", desk.claim)
        try desk.write(desk.journal, String((desk.text(desk.journal) ?? "").dropLast()))
        let calls = try calls(of: "journal rebase \(desk.claim)", at: desk)
        let synced = try place(calls, "fsync") { $0.name == "fsync" && $0.isOn(".jsonl.assay-tmp>") }
        let renamed = try place(calls, "the rename") { $0.name.hasPrefix("rename") && $0.isOn(".jsonl") }
        let named = try place(calls, "fsync of the folder") {
            $0.name == "fsync" && $0.isOn("content/journal>")
        }
        #expect(synced < renamed && renamed < named)
    }

    /// The injected failures: the system call, the number of the call that fails, and the error.
    private static let injected = [
        "fsync:error=EIO:when=1", "fsync:error=EIO:when=2", "fsync:error=EIO:when=3",
        "fsync:error=EIO:when=4",
        "fsync:error=EIO:when=5", "fsync:error=EIO:when=6", "fsync:error=EIO:when=7",
        "fsync:error=EIO:when=1+",
        "rename:error=EIO:when=1", "mkdir:error=ENOSPC:when=1+",
    ]

    @Test(
        "a command that says that nothing was written has left nothing; one that succeeded has left all",
        arguments: injected
    )
    func faults(_ fault: String) throws {
        let desk = try CommandDesk()
        for file in ["content/journal", "content/versions"] { #expect(desk.text(file) == nil) }
        let outcome = try desk.shell(
            "strace -f -qq -o /dev/null -e inject=\(fault) \"$ASSAY\" submit \(desk.claim)"
        )
        let isWritten = desk.text(desk.journal).map { !$0.isEmpty } ?? false
        #expect(isWritten == (outcome.status == 0), "\(fault): \(outcome.errors)")
        if outcome.status != 0 { #expect(outcome.errors.contains("nothing was"), "\(outcome.errors)") }
        #expect(desk.folder.contents.filter { $0.hasSuffix(".assay-tmp") } == [])
        if !isWritten {
            #expect(
                desk.folder.contents.filter { $0.hasPrefix("room/content/versions/") && $0.hasSuffix("json") }
                    == []
            )
        }
        #expect(try desk.call(["verify"]).status == 0)
        // A failed command succeeds when it is given again.
        if !isWritten { try desk.done("submit", desk.claim) }
    }

    @Test("a line that could not be taken back is said to stand")
    func unconfirmed() throws {
        let desk = try CommandDesk()
        try desk.done("comment", desk.claim, "One.")
        let outcome = try desk.shell(
            "strace -f -qq -o /dev/null -e inject=fsync:error=EIO -e inject=ftruncate:error=EIO \"$ASSAY\" comment \(desk.claim) Two."
        )
        #expect(
            outcome.status == 1 && outcome.errors.contains("stands in")
                && outcome.errors.contains("did not confirm")
        )
        #expect(desk.text(desk.journal)?.split(separator: "\n").count == 2)
    }

    @Test("half a line that did not fit is taken back")
    func fullDisk() throws {
        let desk = try CommandDesk()
        let note = String(repeating: "x", count: 3000)
        try desk.done("comment", desk.claim, note)
        let before = desk.text(desk.journal)
        // Files may have 4,096 bytes here, so the second line breaks off.
        let outcome = try desk.shell("trap '' XFSZ; ulimit -f 8; \"$ASSAY\" comment \(desk.claim) \(note)")
        #expect(outcome.status == 1 && outcome.errors.contains("nothing was"), "\(outcome.errors)")
        #expect(desk.text(desk.journal) == before)
    }
}
