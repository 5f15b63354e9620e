import Editorial
import Newsroom

/// The records of a newsroom at one moment, for answers about them.
package struct NewsroomMoment: Sendable {
    /// The newsroom with what its journals say of days, reviewers and replies; nil when there never were usable settings.
    package let newsroom: Newsroom?
    /// The newsroom as its files are, which is what edits are of.
    package let filed: Newsroom?
    /// The desk; nil in simple mode.
    package let desk: Desk?
}
