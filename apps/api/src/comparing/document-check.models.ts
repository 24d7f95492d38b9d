import { Field, Int, ObjectType } from '@nestjs/graphql';
import { closed } from '../core/scalars';

/** The fields of a document of its own. */
const FIELDS = ['title', 'text', 'easyRead', 'files'] as const;
export type DocumentField = (typeof FIELDS)[number];
export const DocumentFields = closed('DocumentField', [...FIELDS]);

@ObjectType('DocumentFinding', { description: 'Something to look at in a document before it is heard.' })
export class DocumentFindingModel {
  @Field(() => DocumentFields)
  readonly field!: DocumentField;

  @Field(() => String, { description: 'A sentence: what and where, and never a personal number.' })
  readonly message!: string;

  @Field(() => Int, { nullable: true, description: 'In the field’s text, in UTF-16 units; null in a file.' })
  readonly start!: number | null;

  @Field(() => Int, { nullable: true })
  readonly end!: number | null;
}

@ObjectType('DocumentCheck', {
  description: 'What does not fit in a document of its own, and personal numbers in it. It stands in nobody’s way.',
})
export class DocumentCheckModel {
  @Field(() => [DocumentFindingModel])
  readonly findings!: readonly DocumentFindingModel[];
}
