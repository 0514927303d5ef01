namespace TalksBot.Terminal.Tests;

/// <summary>A screen that can be closed by its reader, as a pipe can.</summary>
internal sealed class BrittleWriter : StringWriter
{
    public bool IsBroken { get; set; }

    public override Task WriteAsync(string? value) =>
        IsBroken ? throw new IOException("Broken pipe") : base.WriteAsync(value);
}
