import Assay
import Editorial
import Files
import Mustache
import Newsroom

extension WritingDesk {
    /// What others do not have yet; null outside of a repository.
    func sharing(in scene: DeskScene) async -> TemplateValue {
        let sharing = Sharing(of: folder.root, names: scene.newsroom.formerIDs, mayAsk: false)
        let unshared: Sharing.Unshared
        do throws(Refusal) { unshared = try await sharing.unshared() } catch { return .null }
        let waiting =
            unshared.waiting == 0
            ? nil
            : "\(unshared.waiting) \(unshared.waiting == 1 ? "step" : "steps") of others can be taken in."
        let note =
            unshared.upstream == nil
            ? "This folder follows no branch of a common repository yet; whoever set it up gives `git push -u` once."
            : waiting
        return .record([
            "sentence": .text(unshared.sentence ?? "Others have everything that was done here"),
            "note": note.map(TemplateValue.text) ?? .null,
            "steps": DeskScene.lines(unshared.steps.suffix(30).map(\.words)),
            "can-share": .bool(unshared.upstream != nil && scene.person != nil),
        ])
    }

    /// Takes in what others did, and gives them what was done here. Git asks for no password: it would ask at a terminal.
    func share(in scene: DeskScene) async -> HTTPResponse {
        guard scene.person != nil else { return await workPage(in: scene.refusing(["Nothing was shared."])) }
        do throws(Refusal) {
            let sharing = Sharing(of: folder.root, names: scene.newsroom.formerIDs, mayAsk: false)
            let report = try await sharing.share()
            await live.take(Set(NewsroomSession.watchedFolders.map { .folder($0) }))
            return await next("", saying: report.lines)
        } catch {
            await live.take(Set(NewsroomSession.watchedFolders.map { .folder($0) }))
            return await workPage(in: scene.refusing(["Not shared: \(error)"]))
        }
    }
}
