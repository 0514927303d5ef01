using TalksBot.Core.Commands;
using TalksBot.Core.Talks;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Talks;

/// <summary>Shows what comes next, over all talks.</summary>
internal sealed class ShowNext(ComingUp coming, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "next", "show the next deadlines and sessions of all talks, soonest first", Role.Reader, [ListPage.Parameter])
    {
        Example = "/talks next",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var shown = await coming.PageAsync(page, clock.GetCurrentInstant(), token);
        return page.Show(call, shown, NextWording.Write(shown));
    }
}
