import Diagnostics
import Files

/// A newsroom as it would be with other texts in the place of some files: its site, and the findings in it.
package struct NewsroomTrial: Sendable {
    /// The site; nil when there are no usable settings.
    package let proof: Proof?
    /// The findings of the house rules.
    package let findings: [Diagnostic]
    /// The files that were read, by path.
    package let files: [String: SourceFile]
}

extension NewsroomSession {
    /// The newsroom with other texts in the place of some files. Nothing of it is kept.
    package func trial(_ texts: [String: [UInt8]]) async -> NewsroomTrial {
        let state = await trialState(texts)
        let checked = await CheckedNewsroom(state.linked.current, today: today(), theme: state.theme.current)
        return NewsroomTrial(proof: state.proof, findings: checked.diagnostics, files: checked.files)
    }
}
