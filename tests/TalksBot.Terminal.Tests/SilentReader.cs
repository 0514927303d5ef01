namespace TalksBot.Terminal.Tests;

/// <summary>A console at which nobody types: reading blocks its thread and cannot be cancelled.</summary>
internal sealed class SilentReader : TextReader
{
    private readonly ManualResetEventSlim _never = new();

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        _never.Wait(CancellationToken.None);
        return new(default(string));
    }

    protected override void Dispose(bool disposing)
    {
        _never.Set();
        base.Dispose(disposing);
    }
}
