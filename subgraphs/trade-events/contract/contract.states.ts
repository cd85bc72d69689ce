import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { defineStateMachine } from '../../../kit/state-machine.js';

export const ContractState = defineEnum(
  'ContractState',
  'How far a contract has come. The Open Contracting Data Standard (OCDS) calls a contract pending before signature and active after it.',
  {
    LEAD: 'Two firms are talking. Nothing is on paper.',
    LOI_MOU:
      'A letter of intent (LOI) or a memorandum of understanding (MoU) is signed, but the contract is not (pending in OCDS).',
    SIGNED:
      'The contract is signed: there is a date, a value, a currency and a document that proves it (active in OCDS).',
    IN_DELIVERY: 'The contract is signed and the work has begun (active in OCDS).',
    COMPLETED: 'Everything in the contract is delivered.',
    LOST: 'The talks ended without a contract.',
    CANCELLED: 'Called off after a letter of intent or a memorandum of understanding, before signature.',
    TERMINATED: 'Ended early, after signature.',
  },
);
export type ContractState = EnumValue<typeof ContractState>;

/** Where a contract begins, and where it may go from each state. */
export const contractStates = defineStateMachine<ContractState>(['LEAD'], {
  LEAD: ['LOI_MOU', 'SIGNED', 'LOST'],
  LOI_MOU: ['SIGNED', 'CANCELLED'],
  SIGNED: ['IN_DELIVERY', 'TERMINATED'],
  IN_DELIVERY: ['COMPLETED', 'TERMINATED'],
  COMPLETED: [],
  LOST: [],
  CANCELLED: [],
  TERMINATED: [],
});

/** The states that only a signed contract reaches. The exhibitor has won, even if the contract ended later. */
export const WON_STATES: readonly ContractState[] = ['SIGNED', 'IN_DELIVERY', 'COMPLETED', 'TERMINATED'];
