import Assay
import Files
import Newsroom
import Testing

@Suite("A newsroom that is kept in memory")
struct SessionTests {
    @Test("House rules that nobody waits for any more end early, and their findings are not given out")
    func cancelled() async throws {
        let folder = try NewsroomFolder()
        let day = try #require(CalendarDate("2026-11-21"))
        let session = await NewsroomSession(
            folder: try FileTree(root: folder.path),
            includesDrafts: true,
            today: { day }
        )
        let cancelled = Task { () -> Bool in
            withUnsafeCurrentTask { $0?.cancel() }
            return await session.report() == nil
        }
        #expect(await cancelled.value)
        // The state itself is still available.
        #expect(await session.report() != nil)
        #expect(await session.proof() != nil)
    }
}
