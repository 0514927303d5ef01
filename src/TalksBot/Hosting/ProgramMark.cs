namespace TalksBot.Hosting;

/// <summary>Marks the program's assembly, so that tests and benchmarks can find the file to run.</summary>
public static class ProgramMark;
