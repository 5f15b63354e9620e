import Addresses
import Assay
import Diagnostics
import Editorial
import Files
import Mustache
import Newsroom

/// A newsroom at the moment of a request, and the person who asks.
struct DeskScene: Sendable {
    /// The newsroom as its files are.
    let newsroom: Newsroom
    let desk: Desk
    let today: CalendarDate
    /// The profile id of the person at the desk; nil if nobody knows who they are.
    let person: String?
    /// Why nobody knows who they are.
    let stranger: String?
    /// The address of the desk's first page.
    let base: String
    let token: String
    /// The findings in all files.
    let findings: [Diagnostic]
    /// What was done just now.
    private(set) var notice: [String] = []
    /// Why something was not done just now.
    private(set) var problem: [String] = []

    /// The same scene with a message of what was done.
    func told(_ lines: [String]) -> DeskScene {
        var scene = self
        scene.notice = lines
        return scene
    }

    /// The same scene with a message of what was not done, and why.
    func refusing(_ lines: [String]) -> DeskScene {
        var scene = self
        scene.problem = lines
        return scene
    }

    /// A claim by id, with its text; nil if there is none.
    func claim(_ id: String) -> DeskClaim? { desk.claims[id]?.withText(in: newsroom) }

    /// The name of a profile.
    func name(_ profile: String) -> String { newsroom.profiles[profile]?.name.value ?? profile }

    /// The people who work here, sorted by name.
    var staff: [Profile] {
        newsroom.profiles.filter { $0.role != nil }.sorted { ($0.name.value, $0.id) < ($1.name.value, $1.id) }
    }

    /// The findings in some files, errors first.
    func findings(in paths: Set<String>) -> [Diagnostic] {
        findings.filter { $0.span.map { paths.contains($0.file) } ?? false }
    }

    /// A page of the desk.
    func page(
        _ template: String,
        title: String,
        status: HTTPStatus = .ok,
        _ record: TemplateRecord
    ) -> HTTPResponse {
        let frame: TemplateRecord = [
            "window-title": .text("\(title) · \(newsroom.settings.name)"),
            "site": .text(newsroom.settings.name),
            "base": .text(base), "token": .text(token), "today": .text(today.description),
            "me": person.map { .text(name($0)) } ?? .null,
            "stranger": stranger.map(TemplateValue.text) ?? .null,
            "notice": Self.lines(notice), "problem": Self.lines(problem),
            "simple": .bool(newsroom.settings.policy.mode == .simple),
        ]
        var html: [UInt8] = []
        let found = DeskTemplates.library.render(
            template,
            TemplateRecord([("frame", .record(frame))]).merging(record),
            into: &html
        )
        // A value that a template lacks is a mistake of ours: it must not pass for a page that is whole.
        guard !found.hasErrors else {
            let reasons = found.prefix(5).map(\.message).joined(separator: "; ")
            return .desk(.serviceUnavailable, "This page of the desk could not be made: \(reasons)")
        }
        return HTTPResponse(status: status, headers: DeskTemplates.headers, body: .bytes(html))
    }

    /// Lines for a template; null for none.
    static func lines(_ lines: [String]) -> TemplateValue {
        lines.isEmpty ? .null : .record(["lines": .list(lines.map { .record(["text": .text($0)]) })])
    }
}

extension WritingDesk {
    /// The newsroom now; nil without usable settings.
    func scene() async -> DeskScene? {
        let moment = await live.session.moment()
        guard let newsroom = moment.filed else { return nil }
        let desk: Desk
        if let known = moment.desk { desk = known } else { desk = await Desk.load(newsroom, from: folder) }
        var (person, stranger): (String?, String?) = (nil, nil)
        do throws(Refusal) {
            person = try await GitIdentity.profile(named: name, in: newsroom, folder: folder.root)
        } catch {
            stranger = "\(error)"
        }
        return DeskScene(
            newsroom: newsroom,
            desk: desk,
            today: live.session.today(),
            person: person,
            stranger: stranger,
            base: base,
            token: gate.token,
            findings: await live.allFindings
        )
    }
}
