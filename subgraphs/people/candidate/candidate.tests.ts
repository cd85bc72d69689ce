import type { Candidate, TestResult } from './candidate.type.js';

interface SkillsTests {
  load(personPk: number): Promise<{ sectorCode: string; passedOn: string }[]>;
}

/** A candidate's language tests, which stand in the candidate's own row, and skills tests, which have rows of their own. */
export async function testResults(candidate: Candidate, skillsTests: SkillsTests): Promise<TestResult[]> {
  const { jlpt, jftBasicOn } = candidate;
  const results: TestResult[] = [];
  if (jlpt) results.push({ test: 'JLPT', level: jlpt, passedOn: null, sectorCode: null });
  if (jftBasicOn) results.push({ test: 'JFT_BASIC', level: 'A2', passedOn: jftBasicOn, sectorCode: null });
  for (const { sectorCode, passedOn } of await skillsTests.load(candidate.pk)) {
    results.push({ test: 'SKILLS', level: null, passedOn, sectorCode });
  }
  return results;
}
