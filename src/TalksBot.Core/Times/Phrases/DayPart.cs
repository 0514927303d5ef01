namespace TalksBot.Core.Times.Phrases;

/// <summary>The words that tell morning from evening without am or pm.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,
}
