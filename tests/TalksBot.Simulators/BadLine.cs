using System.Text;
using Microsoft.AspNetCore.Http;

namespace TalksBot.Simulators;

/// <summary>An answer over a line that breaks or is very slow.</summary>
internal static class BadLine
{
    /// <param name="pace">Null breaks the line after half of the body; otherwise the wait between two bytes, on this clock.</param>
    public static async Task WriteAsync(HttpContext context, string body, (TimeSpan Wait, TimeProvider Time)? pace)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (pace is not var (wait, time))
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        for (var at = 0; at < bytes.Length; at++)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(at, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(wait, time, context.RequestAborted);
        }
    }
}
