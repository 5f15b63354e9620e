import Digests
import Editorial
import Foundation
import Testing

@testable import Assay

/// Hundreds of random edits: after each, an incremental build must equal a build from nothing.
struct RandomEditTests {
    private static let editsPerSeed = 40

    @Test("After any edit the site is what a full build gives", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func edits(seed: UInt64) async throws {
        var numbers = SeededNumbers(seed: seed)
        var random = RandomNewsroom(&numbers)
        let files = Dictionary(uniqueKeysWithValues: random.records.map { ($0.path, $0.text) })
        let room = try NewsroomFolder(
            files.merging(["content/site.yaml": Self.settings()]) { first, _ in first }
        )
        var builds = TwinBuilds(room)
        try await builds.check("the first build")
        for number in 1...Self.editsPerSeed {
            let what = try Self.edit(room, &random, &builds, &numbers)
            try await builds.check("edit \(number) of seed \(seed), \(what)")
        }
    }

    /// Makes a random change to the newsroom, its site, or the state of the last build.
    private static func edit(
        _ room: NewsroomFolder,
        _ random: inout RandomNewsroom,
        _ builds: inout TwinBuilds,
        _ numbers: inout SeededNumbers
    ) throws -> String {
        switch Int.random(in: 0..<24, using: &numbers) {
        case 0, 1:
            let new = random.add(&numbers)
            try room.write(new.path, new.text)
            return "adding \(new.path)"
        case 2:
            let path = random.remove(&numbers)
            try room.remove(path)
            return "removing \(path)"
        case 3:
            let renamed = random.rename(&numbers)
            try room.remove(renamed.old)
            try room.write(renamed.new, renamed.text)
            return "renaming \(renamed.old)"
        case 4: return try changeTheme(room, &numbers)
        case 5:
            try room.write("content/site.yaml", settings(&numbers))
            return "changing the settings"
        case 6: return try damageSite(room, &numbers)
        case 7: return try damageState(room, &numbers)
        case 8:
            builds.day = numbers.one(of: ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-24"])
            return "making it \(builds.day)"
        case 9:
            builds.includesDrafts.toggle()
            return "showing drafts or not"
        case 10:
            builds.program = Fingerprint(of: [UInt8.random(in: 0...1, using: &numbers)])
            return "taking another program"
        case 11:
            let record = numbers.one(of: random.records)
            try room.write(record.path, record.text)
            return "touching \(record.path)"
        case 12:
            let record = numbers.one(of: random.records)
            try room.write(record.path, "\u{FEFF}" + record.text)
            return "putting a byte order mark before \(record.path)"
        default:
            let edit = random.edit(&numbers)
            try room.write(edit.path, edit.text)
            return "editing \(edit.field) in \(edit.path)"
        }
    }

    private static func changeTheme(_ room: NewsroomFolder, _ numbers: inout SeededNumbers) throws -> String {
        let theme = "templates/theme/"
        let path = numbers.one(of: [
            theme + "claim-note.html", theme + "not-found.html", theme + "citation.html", theme + "assay.css",
            theme + "new.css", "templates/strings/en.yaml",
        ])
        if room.exists(path) {
            try room.remove(path)
            return "removing \(path)"
        }
        switch path {
        case theme + "not-found.html":
            try room.write(path, "<!doctype html>\n<title>\(numbers.next())</title>\n<p>{{title}}</p>\n")
        case theme + "claim-note.html":
            try room.write(path, "<sup>{{number}} \(numbers.next())</sup>")
        case theme + "citation.html":
            try room.write(path, "{{#citations}}({{label}} \(numbers.next())){{/citations}}")
        case "templates/strings/en.yaml":
            let words = try #require(DefaultWords.english)
            try room.write(path, words.replacing("All claims", with: "Every claim \(numbers.next() % 9)"))
        default: try room.write(path, "/* \(numbers.next()) */\n")
        }
        return "writing \(path)"
    }

    private static func damageSite(_ room: NewsroomFolder, _ numbers: inout SeededNumbers) throws -> String {
        let file = "_site/" + numbers.one(of: room.files(below: "_site").filter { !$0.hasPrefix(".assay/") })
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: try room.remove(file)
        case 1: try room.write(file, "\(numbers.next())")
        case 2:
            let size = try Data(contentsOf: URL(fileURLWithPath: room.path + "/" + file)).count
            try room.write(file, String(repeating: "x", count: size))
        default:
            let bytes = try Data(contentsOf: URL(fileURLWithPath: room.path + "/" + file))
            try room.remove(file)
            try bytes.write(to: URL(fileURLWithPath: room.path + "/" + file))
        }
        return "damaging or copying \(file)"
    }

    private static func damageState(_ room: NewsroomFolder, _ numbers: inout SeededNumbers) throws -> String {
        let names = room.files(below: ".assay/outputs")
        let state = try #require(names.first { $0.hasSuffix(".state") })
        let url = URL(fileURLWithPath: room.path + "/.assay/outputs/" + state)
        var bytes = try Data(contentsOf: url)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0:
            try FileManager.default.removeItem(at: url)
            return "removing the state"
        case 1: bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &numbers))
        default: bytes[Int.random(in: bytes.indices, using: &numbers)] ^= 1
        }
        try bytes.write(to: url)
        return "damaging the state"
    }

    private static func settings() -> String {
        var numbers = SeededNumbers(seed: 0)
        return settings(&numbers)
    }

    private static func settings(_ numbers: inout SeededNumbers) -> String {
        """
        name: \(numbers.one(of: ["Test", "Other"]))
        url: https://facts.example.org
        language: \(numbers.one(of: ["en", "en", "fr"]))
        description: A test.
        publisher: \(numbers.one(of: ["desk", "org"]))
        scale:
          version: 1
          rulings:
            - {id: false, label: "\(numbers.one(of: ["False", "Wrong"]))", meaning: "It is wrong."}
            - {id: half, label: "Half", meaning: "It is half right."}
            - {id: true, label: "True", meaning: "It is right."}
          labels:
            - {id: unproven, label: "Unproven", meaning: "Nobody knows."}
        topics:
          - {id: elections, name: \(numbers.one(of: ["Elections", "Votes"]))}
          - {id: media, name: Media}
        navigation: \(numbers.one(of: ["[about]", "[about, methodology]"]))
        checks: {policy-page-missing: off, source-not-archived: off}
        """
    }
}
