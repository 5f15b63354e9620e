import Foundation
import TestSupport
import Testing

private let hasGit = ["/usr/bin/git", "/usr/bin/ssh-keygen"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
}

@Suite("Sharing a newsroom, with real repositories", .enabled(if: hasGit, "git or ssh-keygen is missing"))
struct ShareTests {
    @Test("a verdict of three people, signed, goes from submission to publication without a command of git")
    func life() throws {
        let desk = try SharedDesk(
            policy: "\n  sign-offs: 2\n  commit: yes\n  signatures: required",
            isSigned: true
        )
        try desk.replace("\nsummary: ", with: "\nsummary: Yes. ", in: desk.verdict, of: .writer)
        let submitted = try desk.done(.writer, "submit", desk.claim)
        #expect(submitted.contains("submitted by example-writer with a signature"))
        #expect(submitted.contains("committed as "))
        #expect(try desk.git("status", "--porcelain", by: .writer) == "")
        #expect(
            try desk.git("log", "-1", "--format=%s", by: .writer)
                == "\(desk.claim): submitted by example-writer\n"
        )
        let went = try desk.done(.writer, "share")
        #expect(went.contains("went to origin/main: 1 step, 1 other file\n  \(desk.claim): submitted by"))

        // Two reviewers at one time, and neither knows of the other.
        for person in [SharedDesk.Person.reviewer, .second] {
            let came = try desk.done(person, "share")
            #expect(came.contains("came from origin/main: 1 step, 1 other file"))
            try desk.done(person, "review", desk.claim, "--approve", "mostly-true")
        }
        try desk.done(.reviewer, "share")
        let second = try desk.done(.second, "share")
        #expect(
            second.contains("came from origin/main: 1 step\n  \(desk.claim): signed off by example-reviewer")
        )
        #expect(
            second.contains("went to origin/main: 1 step\n  \(desk.claim): signed off by second-reviewer")
        )
        #expect(try desk.done(.writer, "share").contains("came from origin/main: 2 steps"))
        #expect(try desk.events(of: .writer) == ["submitted", "signed-off", "signed-off"])
        try desk.done(.writer, "publish", desk.claim)
        try desk.done(.writer, "share")
        for person in [SharedDesk.Person.reviewer, .second] {
            try desk.done(person, "share")
            #expect(try desk.events(of: person).last == "published")
        }
        #expect(
            desk.text(desk.journal, of: .reviewer) == desk.text(desk.journal, of: .second)
                && desk.text(desk.journal, of: .second) == desk.text(desk.journal, of: .writer)
        )
        #expect(try desk.done(.second, "share").contains("nothing new came from origin/main"))
    }

    @Test("with --share each step takes in what others did, and is theirs at once")
    func shareOption() throws {
        let desk = try SharedDesk(policy: "\n  sign-offs: 2")
        #expect(try desk.done(.writer, "submit", desk.claim, "--share").contains("shared with origin/main"))
        for person in [SharedDesk.Person.reviewer, .second] {
            try desk.done(person, "review", desk.claim, "--share")
            try desk.done(person, "review", desk.claim, "--approve", "mostly-true", "--share")
        }
        let published = try desk.done(.writer, "publish", desk.claim, "--share")
        #expect(published.contains("signed off by second-reviewer"))
        #expect(published.contains("now published"))
        try desk.done(.second, "share")
        #expect(try desk.events(of: .second) == ["submitted", "signed-off", "signed-off", "published"])
        try desk.shell("mv ../shared.git ../gone.git", by: .writer)
        let words = try desk.refused(.writer, "retract", desk.claim, "--reason", "No.", "--share")
        #expect(words.contains("nothing was done: nothing could be fetched from `origin`"))
        #expect(!desk.text(desk.journal, of: .writer).contains("retracted"))
    }

    @Test("a commit of a step has its files alone, whatever else is changed or staged")
    func exactFiles() throws {
        let desk = try SharedDesk()
        try desk.folder.write("writer/content/pages/about.md", "---\ntitle: About\n---\nHalf written.\n")
        try desk.git("add", "content/pages/about.md", by: .writer)
        try desk.folder.write("writer/content/pages/new.md", "---\ntitle: New\n---\n")
        try desk.done(.writer, "submit", desk.claim, "--commit", "--note", "Look at $(echo x) 'here'.")
        let files = try desk.git("show", "--name-only", "--format=", by: .writer).split(separator: "\n")
        #expect(files.allSatisfy { $0.hasPrefix("content/journal/") || $0.hasPrefix("content/versions/") })
        #expect(files.count == 2)
        let status = try desk.git("status", "--porcelain", by: .writer)
        #expect(status == "M  content/pages/about.md\n?? content/pages/new.md\n")
    }

    @Test("what cannot be committed is refused before anything is written")
    func refusals() throws {
        let desk = try SharedDesk()
        try desk.shell(
            "git switch -qc other && git commit -q --allow-empty -m x && git switch -q main",
            by: .writer
        )
        try desk.shell(
            "git commit -q --allow-empty -m y && git merge -q --no-commit --no-ff other",
            by: .writer
        )
        let words = try desk.refused(.writer, "submit", desk.claim, "--commit")
        #expect(words.contains("a `git merge` was begun here and not ended"))
        #expect(words.contains("`git merge --abort`"))
        #expect(desk.text(desk.journal, of: .writer) == "")
        #expect(try desk.refused(.writer, "share").contains("a `git merge` was begun here"))
    }

    @Test("a hook that refuses leaves the step in the folder, and the next command commits it with its own")
    func hook() throws {
        let desk = try SharedDesk()
        let hook = "writer/.git/hooks/pre-commit"
        try desk.folder.write(hook, "#!/bin/sh\necho 'error: not on a Friday' >&2\nexit 1\n")
        try desk.shell("chmod +x .git/hooks/pre-commit", by: .writer)
        let words = try desk.refused(.writer, "submit", desk.claim, "--commit")
        #expect(words.contains("git made no commit: not on a Friday"))
        #expect(try desk.git("diff", "--cached", "--name-only", by: .writer) == "")
        #expect(desk.text(desk.journal, of: .writer).contains("submitted"))
        try desk.shell("rm .git/hooks/pre-commit", by: .writer)
        try desk.done(.writer, "comment", desk.claim, "Now.", "--commit")
        let message = try desk.git("log", "-1", "--format=%B", by: .writer)
        #expect(message.hasPrefix("2 steps on \(desk.claim)\n"))
        #expect(message.contains("- \(desk.claim): submitted by example-writer"))
        #expect(try desk.git("status", "--porcelain", by: .writer) == "")
    }

    @Test("steps without a commit, of a killed command for example, are committed when they are shared")
    func left() throws {
        let desk = try SharedDesk()
        try desk.done(.writer, "submit", desk.claim)
        #expect(
            try desk.done(.writer, "status", "--mine").contains(
                "1 step not shared yet, 1 of them in no commit: `assay share` shares them"
            )
        )
        let shared = try desk.done(.writer, "share")
        #expect(shared.contains("committed: \(desk.claim): submitted by example-writer"))
        #expect(shared.contains("went to origin/main: 1 step"))
        #expect(try desk.done(.writer, "share", "--dry-run").contains("others have every step of yours"))
    }

    @Test("who changed the same place of a text as others is told so, and nothing is changed or lost")
    func conflict() throws {
        let desk = try SharedDesk(policy: "\n  commit: yes")
        try desk.replace("\nsummary: ", with: "\nsummary: Truly. ", in: desk.verdict, of: .writer)
        try desk.done(.writer, "submit", desk.claim)
        try desk.done(.writer, "share")
        try desk.replace("\nsummary: ", with: "\nsummary: Indeed. ", in: desk.verdict, of: .reviewer)
        try desk.git("commit", "-qam", "Another title", by: .reviewer)
        let before = try desk.git("rev-parse", "HEAD", by: .reviewer)
        let words = try desk.refused(.reviewer, "share")
        #expect(words.contains("you and others changed the same place in `\(desk.verdict)`"))
        #expect(words.contains("nothing is lost"))
        #expect(try desk.git("rev-parse", "HEAD", by: .reviewer) == before)
        #expect(try desk.git("status", "--porcelain", by: .reviewer) == "")
        // Changes in no commit are not run over either.
        try desk.git("reset", "-q", "--soft", "HEAD~1", by: .reviewer)
        let uncommitted = try desk.refused(.reviewer, "share")
        #expect(uncommitted.contains("`\(desk.verdict)` was changed by others"))
        #expect(desk.text(desk.verdict, of: .reviewer).contains("summary: Indeed. "))
    }

    @Test("a push that the other repository refuses leaves everything here, with its reason")
    func pushRefused() throws {
        let desk = try SharedDesk(policy: "\n  commit: yes")
        try desk.folder.write(
            "shared.git/hooks/pre-receive",
            "#!/bin/sh\necho 'The branch is closed.'\nexit 1\n"
        )
        try desk.shell("chmod +x ../shared.git/hooks/pre-receive", by: .writer)
        try desk.done(.writer, "submit", desk.claim)
        let words = try desk.refused(.writer, "share")
        #expect(words.contains("`origin` did not take what you did"))
        #expect(words.contains("The branch is closed."))
        #expect(words.contains("nothing is lost"))
        #expect(try desk.done(.writer, "status", "--mine").contains("1 step not shared yet: "))
        try desk.shell("rm ../shared.git/hooks/pre-receive; mv ../shared.git ../gone.git", by: .writer)
        #expect(try desk.refused(.writer, "share").contains("nothing could be fetched from `origin`"))
        try desk.shell("mv ../gone.git ../shared.git", by: .writer)
        #expect(try desk.done(.writer, "share").contains("went to origin/main: 1 step"))
    }

    @Test("the first share of a branch makes it in the other repository, and without one there is a way out")
    func first() throws {
        let desk = try SharedDesk()
        try desk.git("switch", "-qc", "mine", by: .writer)
        try desk.done(.writer, "comment", desk.claim, "Here.", "--commit")
        #expect(try desk.done(.writer, "share").contains("went to origin/mine: 1 step"))
        try desk.git("remote", "remove", "origin", by: .second)
        #expect(try desk.refused(.second, "share").contains("`git remote add origin ADDRESS` names one"))
    }

    @Test("a step is taken back with its commit, as long as nobody else has it")
    func undo() throws {
        let desk = try SharedDesk(policy: "\n  commit: yes")
        let start = try desk.git("rev-parse", "HEAD", by: .writer)
        try desk.folder.write("writer/content/pages/about.md", "---\ntitle: About\n---\nHalf written.\n")
        try desk.git("add", "content/pages/about.md", by: .writer)
        try desk.done(.writer, "submit", desk.claim)
        #expect(try desk.done(.writer, "undo", desk.claim).contains("took back submitted"))
        #expect(try desk.git("rev-parse", "HEAD", by: .writer) == start)
        #expect(try desk.git("status", "--porcelain", by: .writer) == "M  content/pages/about.md\n")
        try desk.done(.writer, "submit", desk.claim)
        try desk.done(.writer, "share")
        #expect(try desk.refused(.writer, "undo", desk.claim).contains("is committed, so others may have it"))
    }

    @Test("several claims are submitted in one commit, or none if one of them refuses")
    func several() throws {
        let desk = try SharedDesk()
        for name in ["claims", "verdicts"] {
            let text = desk.text("content/\(name)/\(desk.claim).md", of: .writer)
            try desk.folder.write(
                "writer/content/\(name)/other-lamps.md",
                text.replacing("claim: \(desk.claim)", with: "claim: other-lamps")
            )
        }
        let words = try desk.refused(.writer, "submit", desk.claim, "no-such-claim", "--commit")
        #expect(words.contains("there is no claim `no-such-claim`"))
        #expect(desk.text(desk.journal, of: .writer) == "")
        let done = try desk.done(.writer, "submit", desk.claim, "other-lamps", "--commit")
        #expect(done.contains("\(desk.claim): submitted") && done.contains("other-lamps: submitted"))
        let message = try desk.git("log", "-1", "--format=%s", by: .writer)
        #expect(message == "2 claims: submitted by example-writer\n")
        #expect(try desk.git("status", "--porcelain", by: .writer) == "")
        #expect(try desk.refused(.writer, "submit", desk.claim, "other-lamps").contains("submitted already"))
    }

    @Test(
        "a key with a passphrase is asked for by SSH_ASKPASS, or refused with the way out",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setsid"), "setsid is missing")
    )
    func passphrase() throws {
        let desk = try SharedDesk(policy: "\n  signatures: required", isSigned: true)
        try desk.shell("ssh-keygen -q -p -P '' -N secret -f ../key-writer", by: .writer)
        let words = try desk.detached("submit \(desk.claim)", by: .writer).errors
        #expect(words.contains("has a passphrase, and it could not be asked for"))
        #expect(words.contains("`ssh-add ") && words.contains("SSH_ASKPASS"))
        #expect(desk.text(desk.journal, of: .writer) == "")
        try desk.folder.write("ask", "#!/bin/sh\necho secret\n")
        try desk.shell("chmod +x ../ask", by: .writer)
        let asked = try desk.detached(
            "submit \(desk.claim)",
            by: .writer,
            with: ["SSH_ASKPASS": desk.folder.path + "/ask"]
        )
        #expect(asked.status == 0, "\(asked.errors)")
        #expect(asked.output.contains("with a signature"))
    }
}
