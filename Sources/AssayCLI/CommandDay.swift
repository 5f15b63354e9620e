import ArgumentParser
import Assay
import Foundation
import Newsroom

/// The day that counts as today for a command, and the second that counts as now: SOURCE_DATE_EPOCH, else the clock.
enum CommandDay {
    /// The text of SOURCE_DATE_EPOCH (reproducible-builds.org); nil if it is not set.
    static var sourceDateEpoch: String? { ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] }

    /// The day that was typed, else the newsroom's day.
    static func today(
        typed: String? = nil,
        zone: @autoclosure () -> NewsroomTimeZone
    ) throws(ValidationError) -> CalendarDate {
        do {
            return try Today.day(asked: typed, sourceDateEpoch: sourceDateEpoch, zone: zone())
        } catch {
            throw ValidationError("\(error)")
        }
    }
}
