using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>What is known of a deadline when it is set.</summary>
/// <param name="Label">What it is about, in a few words.</param>
/// <param name="At">When it falls.</param>
/// <param name="AsReported">The wording of the time as it was reported, or empty.</param>
/// <param name="Consequence">What happens if it passes, or empty.</param>
/// <param name="SetBy">Who set it, or empty.</param>
public sealed record DeadlineTerms(string Label, CivilTime At, string AsReported = "", string Consequence = "", string SetBy = "");
